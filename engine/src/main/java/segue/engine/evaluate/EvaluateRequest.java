package segue.engine.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import segue.core.data.Weighting;
import segue.core.train.Algorithms;
import segue.engine.train.TrainRequest;

/// What to evaluate, and how.
///
/// @param candidates algorithms with their settings, at least one
/// @param ks the lengths of the lists, ascending
/// @param auc whether to measure the area under the ROC curve, for which every item is scored for
///   every tested listener; empty: where that is little work
/// @param splitOut where to write the split as plain files
public record EvaluateRequest(
        List<Candidate> candidates,
        List<Integer> ks,
        Optional<Boolean> auc,
        Optional<Path> splitOut) {

    /// One algorithm.
    ///
    /// @param label what it is called in tables
    public record Candidate(String label, TrainRequest request) {

        /// An algorithm with settings after slashes, as the members of a blend are written:
        /// `als/rank=64/weight=binary`.
        ///
        /// @param like what else is to be trained: settings and weighting that are not written, and
        ///   the part of the library
        /// @throws IllegalArgumentException for what is no setting, and for unknown names
        public static Candidate parse(String text, TrainRequest like) {
            String[] pieces = text.split("/", -1);
            Map<String, String> settings = new TreeMap<>(like.settings());
            for (String piece : Arrays.asList(pieces).subList(1, pieces.length)) {
                int equals = piece.indexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException(
                            "in '%s', '%s' is no setting; write name=value".formatted(text, piece));
                }
                settings.put(piece.substring(0, equals), piece.substring(equals + 1));
            }
            String weight = settings.remove("weight");
            TrainRequest request = like.withAlgorithm(pieces[0]).withSettings(settings);
            if (weight != null) {
                request = request.withWeighting(Weighting.parse(weight));
            }
            request.build();
            return new Candidate(text, request);
        }

        /// Several, `all` being every algorithm there is.
        ///
        /// @throws IllegalArgumentException if `like` has settings or a weighting and several
        ///   algorithms are named: nobody could tell whose they are
        public static List<Candidate> parse(List<String> texts, TrainRequest like) {
            List<String> all = new ArrayList<>();
            for (String text : texts) {
                all.addAll(text.equals("all") ? Algorithms.names() : List.of(text));
            }
            if (all.size() > 1 && !(like.settings().isEmpty() && like.weighting().isEmpty())) {
                throw new IllegalArgumentException(
                        "with several algorithms, write settings behind each: als/rank=64/weight=binary");
            }
            return all.stream().distinct().map(text -> parse(text, like)).toList();
        }
    }

    public EvaluateRequest {
        candidates = List.copyOf(candidates);
        ks = List.copyOf(ks);
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("nothing to evaluate; name an algorithm");
        }
        if (ks.isEmpty() || ks.getFirst() < 1) {
            throw new IllegalArgumentException("k must be at least 1, is " + ks);
        }
    }

    /// One algorithm, lists of one length.
    public static EvaluateRequest of(TrainRequest request, int k) {
        return new EvaluateRequest(
                List.of(new Candidate(request.algorithm(), request)),
                List.of(k),
                Optional.of(false),
                Optional.empty());
    }

    public EvaluateRequest withSplitOut(Path folder) {
        return new EvaluateRequest(candidates, ks, auc, Optional.of(folder));
    }

    /// The length that models are compared at: 10 if it is among them, else the shortest.
    public int k() {
        return ks.contains(10) ? 10 : ks.getFirst();
    }
}
