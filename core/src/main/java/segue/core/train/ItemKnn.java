package segue.core.train;

import java.util.Optional;
import segue.core.math.SparseMatrix;
import segue.core.model.Model;
import segue.core.model.NeighbourModel;
import segue.core.run.Run;

/// Item-item collaborative filtering (Sarwar et al. 2001; Deshpande and Karypis 2004): each item is
/// linked to the `neighbours` items most like it, by the users they share.
///
/// Costs Σ over users of (items of the user)² additions, and 8 bytes for each of `items ·
/// neighbours` links. Gives the same bytes at any number of threads.
///
/// @param similarity how likeness is measured
/// @param neighbours links kept an item
/// @param shrinkage pulls the likeness of items that share few users to 0: likeness · s / (s +
///   shrinkage)
///   with `s` shared users
/// @param from whether items are alike that have the same users, or that have the same features;
///   with features, `similarity` compares those
public record ItemKnn(Similarity similarity, int neighbours, double shrinkage, From from)
        implements Algorithm {

    public static final ItemKnn DEFAULTS = new ItemKnn(Similarity.COSINE, 500, 0, From.PLAYS);

    public ItemKnn {
        if (neighbours < 1) {
            throw new IllegalArgumentException("neighbours must be at least 1, is " + neighbours);
        }
        if (!(shrinkage >= 0)) {
            throw new IllegalArgumentException("shrinkage must not be negative, is " + shrinkage);
        }
    }

    @Override
    public Optional<String> missing(TrainingData data) {
        return from == From.FEATURES && data.itemFeatures().entries() == 0
                ? Optional.of("needs tags: import some, or give a file of them with --tags")
                : Optional.empty();
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        missing(data)
                .ifPresent(
                        what -> {
                            throw new IllegalArgumentException("item-knn/from=features " + what);
                        });
        SparseMatrix byItem =
                from == From.FEATURES ? data.itemFeatures() : data.matrix().transpose();
        SparseMatrix weighed = similarity.weigh(byItem);
        SparseMatrix links =
                Overlaps.topLinks(
                        weighed,
                        weighed.transpose(),
                        neighbours,
                        (item, other, dot, shared) ->
                                (float)
                                        (similarity.of(
                                                        dot,
                                                        byItem.count(item),
                                                        byItem.count(other),
                                                        byItem.columns())
                                                * (shared / (shared + shrinkage))),
                        run);
        return new NeighbourModel(data.matrix().rows(), links);
    }
}
