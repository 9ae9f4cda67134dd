package segue.engine.evaluate;

import java.util.List;
import java.util.Optional;

/// Several algorithms on the same test.
///
/// @param results in the order asked
/// @param failures algorithms that gave no result, and why
/// @param split how train and test were parted, for people
/// @param peers published figures on the same split, where there are any
/// @param notes what was left out of the test, for people
public record EvaluationTable(
        List<EvaluationResult> results,
        List<Failure> failures,
        String split,
        List<Peer> peers,
        List<String> notes) {

    /// An algorithm that could not be evaluated.
    public record Failure(String label, String reason) {}

    public EvaluationTable {
        results = List.copyOf(results);
        failures = List.copyOf(failures);
        peers = List.copyOf(peers);
        notes = List.copyOf(notes);
    }

    /// The best published figure for an algorithm on this split.
    public Optional<Peer> peer(String algorithm) {
        return peers.stream()
                .filter(peer -> peer.algorithm().equals(algorithm))
                .max((a, b) -> Double.compare(a.ndcg(), b.ndcg()));
    }
}
