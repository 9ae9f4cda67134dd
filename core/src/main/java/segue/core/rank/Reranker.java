package segue.core.rank;

import segue.core.model.Ranking;

/// Puts ranked items into another order. All items stay; none are added. Immutable and thread-safe.
public interface Reranker {

    /// The same items, the best first in this one's opinion.
    Ranking rerank(Ranking ranking);
}
