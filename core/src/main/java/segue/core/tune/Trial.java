package segue.core.tune;

/// A candidate that was tried.
///
/// @param candidate what was tried
/// @param share how much of the full effort was spent, in (0, 1]: of the iterations, or of the
///   users
/// @param split on which of the inner splits it was judged; 0 is the one of the search
/// @param ndcg NDCG at 10 on the part held out for validation; NaN if the training failed
/// @param coverage share of the items that reached at least one list
/// @param trainSeconds seconds by the clock to train
/// @param seconds seconds by the clock altogether
/// @param problem why the training failed; empty if it did not
public record Trial(
        Candidate candidate,
        double share,
        int split,
        double ndcg,
        double coverage,
        double trainSeconds,
        double seconds,
        String problem) {

    /// Whether all effort was spent and a figure came out.
    public boolean full() {
        return share == 1 && !Double.isNaN(ndcg);
    }

    /// Whether this trial is to be preferred: more effort first, then the better figure. Of equals
    /// neither is.
    public boolean beats(Trial other) {
        if (Double.isNaN(ndcg) || Double.isNaN(other.ndcg)) {
            return !Double.isNaN(ndcg);
        }
        return share != other.share ? share > other.share : ndcg > other.ndcg;
    }
}
