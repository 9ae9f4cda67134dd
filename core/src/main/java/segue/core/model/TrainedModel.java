package segue.core.model;

import segue.core.data.Ids;
import segue.core.data.Weights;

/// A model with everything needed to ask it about ids from outside: the identities of its users and
/// items, how counts become weights, and where it comes from. What a [ModelFile] holds. Immutable
/// and thread-safe.
///
/// @param model the numbers
/// @param users the identity of each user the model was trained on
/// @param items the identity of each item it ranks
/// @param weights how the counts of a history are weighed
/// @param typicalWeight the mean weight of a training cell: what an item counts that someone likes
///   without saying how much
/// @param manifest how and from what it was made
public record TrainedModel(
        Model model,
        Ids users,
        Ids items,
        Weights weights,
        float typicalWeight,
        Manifest manifest) {

    public TrainedModel {
        if (users.size() != model.users() || items.size() != model.items()) {
            throw new IllegalArgumentException(
                    "%d user ids and %d item ids do not fit a model of %d users and %d items"
                            .formatted(users.size(), items.size(), model.users(), model.items()));
        }
        int idf = weights.idf().columns();
        if (idf != 0 && idf != items.size()) {
            throw new IllegalArgumentException(
                    "%d item frequencies for %d items".formatted(idf, items.size()));
        }
    }
}
