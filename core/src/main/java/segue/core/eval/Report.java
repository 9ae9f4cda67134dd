package segue.core.eval;

/// How well a model ranked, averaged over the users with test items.
///
/// @param k the length of the lists
/// @param users how many users were averaged over
/// @param mean the mean of each metric
/// @param coverage share of the rankable items that reached at least one list
/// @param trainSeconds seconds by the clock to train
/// @param rankSeconds seconds by the clock to rank the whole catalogue for all these users
public record Report(
        int k, int users, Metrics mean, double coverage, double trainSeconds, double rankSeconds) {}
