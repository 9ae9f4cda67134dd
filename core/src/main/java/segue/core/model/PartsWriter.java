package segue.core.model;

import java.util.List;
import java.util.Map;
import segue.core.data.Weights;

/// Takes a model apart into named texts and tensors; [PartsReader] puts it together again. Parts of
/// the members of a blend have the member's name before theirs.
///
/// @param prefix what stands before each name: "", "member0."
/// @param metadata takes the texts
/// @param tensors takes the arrays
record PartsWriter(String prefix, Map<String, String> metadata, List<Tensor> tensors) {

    void weights(Weights weights) {
        text("weighting", weights.weighting().spelled());
        number("meanLength", weights.meanLength());
        tensors.add(Tensor.of(prefix + "idf", weights.idf()));
    }

    void model(Model model) {
        switch (model) {
            case FactorModel factors -> {
                text("kind", "factors");
                tensors.add(Tensor.of(prefix + "userFactors", factors.userFactors()));
                tensors.add(Tensor.of(prefix + "itemFactors", factors.itemFactors()));
                foldIn(factors.foldIn());
            }
            case NeighbourModel neighbours -> {
                text("kind", "neighbours");
                tensors.addAll(Tensor.of(prefix + "links", neighbours.links()));
            }
            case UserNeighbourModel neighbours -> {
                text("kind", "userNeighbours");
                text("neighbours", Integer.toString(neighbours.neighbours()));
                tensors.addAll(Tensor.of(prefix + "histories", neighbours.histories()));
                tensors.addAll(Tensor.of(prefix + "profiles", neighbours.profiles()));
                tensors.addAll(Tensor.of(prefix + "userLinks", neighbours.links()));
                within("profile.").weights(neighbours.weights());
            }
            case PopularityModel popularity -> {
                text("kind", "popularity");
                tensors.add(Tensor.of(prefix + "popularity", popularity.popularity()));
            }
            case BlendModel blend -> {
                text("kind", "blend");
                text("candidates", Integer.toString(blend.candidates()));
                text("members", Integer.toString(blend.members().size()));
                for (int i = 0; i < blend.members().size(); i++) {
                    BlendModel.Member member = blend.members().get(i);
                    PartsWriter parts = within("member" + i + ".");
                    parts.number("weight", member.weight());
                    parts.weights(member.weights());
                    parts.model(member.model());
                }
            }
        }
    }

    private void foldIn(FoldIn foldIn) {
        switch (foldIn) {
            case LeastSquaresFoldIn squares -> {
                text("foldIn", "leastSquares");
                number("foldIn.alpha", squares.alpha());
                number("foldIn.unobserved", squares.unobserved());
                number("foldIn.subtracted", squares.subtracted());
                number("foldIn.regularization", squares.regularization());
                number("foldIn.perItem", squares.perItem());
                tensors.add(Tensor.of(prefix + "gram", squares.gram()));
            }
            case NonNegativeFoldIn nonNegative -> {
                text("foldIn", "nonNegative");
                number("foldIn.l1", nonNegative.l1());
                number("foldIn.l2", nonNegative.l2());
                tensors.add(Tensor.of(prefix + "gram", nonNegative.gram()));
            }
            case ProjectionFoldIn projection -> {
                text("foldIn", "projection");
                tensors.addAll(Tensor.of(prefix + "inputs", projection.inputs()));
            }
            case MappedFoldIn mapped -> {
                text("foldIn", "mapped");
                tensors.add(Tensor.of(prefix + "map", mapped.map()));
                tensors.add(Tensor.of(prefix + "start", mapped.start()));
            }
            case RatingFoldIn rating -> {
                text("foldIn", "rating");
                number("foldIn.perItem", rating.perItem());
                number("foldIn.offset", rating.offset());
                number("foldIn.scale", rating.scale());
                tensors.add(Tensor.of(prefix + "start", rating.start()));
            }
        }
    }

    private PartsWriter within(String name) {
        return new PartsWriter(prefix + name, metadata, tensors);
    }

    private void text(String name, String value) {
        metadata.put(prefix + name, value);
    }

    /// Java's shortest text that reads back as the same number.
    private void number(String name, double value) {
        text(name, Double.toString(value));
    }
}
