package segue.core.eval;

/// What is measured of one user's list of `k` items, binary relevance. A relevant item is one of
/// the user's test items, whether or not the model can rank it. Means are over users.
public enum Metric {
    /// Hits / k.
    PRECISION("precision"),
    /// Hits / relevant items.
    RECALL("recall"),
    /// Hits / min(k, relevant items): what a perfect list reaches 1 on (Liang et al. 2018).
    RECALL_CAPPED("recall-capped"),
    /// Σ over hits of (hits so far / position), divided by min(k, relevant): its mean is MAP.
    MAP("map"),
    /// Σ over hits of 1/log₂(position + 1), divided by that sum for min(k, relevant) hits at the
    /// top (Järvelin and Kekäläinen 2002).
    NDCG("ndcg"),
    /// 1 / position of the first hit, 0 without a hit.
    MRR("mrr"),
    /// 1 with a hit, 0 without.
    HIT_RATE("hit-rate"),
    /// Mean of −log₂(share of the training users who have the item), in bits (Zhou et al. 2010).
    NOVELTY("novelty"),
    /// 1 − mean over pairs of the list of the cosine between the sets of training users who have
    /// them (Ziegler et al. 2005).
    DIVERSITY("diversity"),
    /// Mean share of the training users who have an item of the list.
    POPULARITY("popularity"),
    /// [#RECALL] of the most listened-to items that together hold 20 % of train's cells.
    RECALL_HEAD("recall-head"),
    /// [#RECALL] of the items between head and tail.
    RECALL_MIDDLE("recall-middle"),
    /// [#RECALL] of the least listened-to items that together hold 20 % of train's cells, and of
    /// those that train does not have.
    RECALL_TAIL("recall-tail");

    private final String label;

    Metric(String label) {
        this.label = label;
    }

    /// The name in tables and files: "ndcg@10".
    public String at(int k) {
        return label + "@" + k;
    }

    /// The name without a length.
    public String label() {
        return label;
    }
}
