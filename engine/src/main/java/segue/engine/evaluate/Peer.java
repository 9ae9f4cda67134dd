package segue.engine.evaluate;

/// What somebody else's implementation reached on the same split.
///
/// @param algorithm the name that the algorithm has here
/// @param model what the peer calls it
/// @param settings the peer's settings
/// @param precision at 10
/// @param recall at 10
/// @param map at 10
/// @param ndcg at 10
/// @param trainCpuSeconds CPU seconds to train; 0 where not told
public record Peer(
        String algorithm,
        String model,
        String settings,
        double precision,
        double recall,
        double map,
        double ndcg,
        double trainCpuSeconds) {}
