package segue.core.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import segue.core.data.Split;
import segue.core.data.Weighting;
import segue.core.data.Weights;
import segue.core.model.BlendModel;
import segue.core.model.Model;
import segue.core.run.Run;

/// Learns how much to trust each of several algorithms. A share of every user's items is held out
/// of the training data, several times over; the members are trained on the rest, and the weights
/// are those that rank the held-out items best (NDCG at 10). Then the members are trained once
/// more, on everything.
///
/// Members that learn from features are left out where there are none.
///
/// Takes raw counts, since members weigh them differently. Costs `splits + 1` trainings of each
/// member.
///
/// @param members algorithms joined by `+`, each with settings after `/`:
///   `als/rank=64/weight=binary + ease`
/// @param holdout share of each user's items the weights are learned on; a small one leaves members
///   almost as well trained as they will be in the end
/// @param splits how many times a share is held out: weights learned on one are fitted to its noise
/// @param candidates how many of a member's best items set its scale
public record Blend(String members, double holdout, int splits, int candidates)
        implements Algorithm {

    /// Chosen by validating inside the training part of HetRec 2011.
    public static final Blend DEFAULTS =
            new Blend(
                    "als + ease/regularization=4/weight=tfidf + warp/iterations=20"
                            + " + item-knn/from=features/weight=binary"
                            + " + user-knn/from=features/weight=tfidf/neighbours=200",
                    .1,
                    2,
                    150);

    public Blend {
        if (!(holdout > 0 && holdout < 1) || splits < 1 || candidates < 2) {
            throw new IllegalArgumentException(
                    "blend needs a holdout in 0..1, at least 1 split and 2 candidates, has %s, %d and %d"
                            .formatted(holdout, splits, candidates));
        }
        parse(members);
    }

    /// A member's algorithm and how it weighs counts.
    record Part(String spelled, Algorithm algorithm, Weighting weighting) {}

    private static List<Part> parse(String members) {
        List<Part> parts = new ArrayList<>();
        for (String text : members.split("\\+", -1)) {
            String[] pieces = text.strip().split("/", -1);
            Map<String, String> settings = new LinkedHashMap<>();
            for (int i = 1; i < pieces.length; i++) {
                String[] pair = pieces[i].split("=", 2);
                if (pair.length < 2) {
                    throw new IllegalArgumentException(
                            "in '%s', '%s' is no setting; write name=value"
                                    .formatted(text.strip(), pieces[i]));
                }
                settings.put(pair[0].strip(), pair[1].strip());
            }
            String weight = settings.remove("weight");
            Algorithm algorithm = Algorithms.of(pieces[0].strip(), settings);
            if (algorithm instanceof Blend) {
                throw new IllegalArgumentException("a blend cannot have a blend as a member");
            }
            parts.add(
                    new Part(
                            text.strip(),
                            algorithm,
                            weight == null ? algorithm.weighting() : Weighting.parse(weight)));
        }
        return parts;
    }

    @Override
    public boolean dated() {
        return parse(members).stream().anyMatch(part -> part.algorithm().dated());
    }

    @Override
    public Weighting weighting() {
        return new Weighting.Raw();
    }

    @Override
    public Model fit(TrainingData data, Run run) {
        List<Part> parts =
                parse(members).stream()
                        .filter(part -> part.algorithm().missing(data).isEmpty())
                        .toList();
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no member of the blend has anything to learn from");
        }
        BlendWeights weights = new BlendWeights(parts.size(), candidates, splits, run);
        for (int i = 0; i < splits; i++) {
            Split split = Split.random(data.matrix(), holdout, run.random("blend " + i));
            weights.add(train(parts, data.trainOf(split), new double[0], run), split);
        }
        return new BlendModel(train(parts, data, weights.learn(), run), candidates);
    }

    /// Members that get no weight are not trained.
    private static List<BlendModel.Member> train(
            List<Part> parts, TrainingData data, double[] weights, Run run) {
        List<BlendModel.Member> trained = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            double weight = weights.length == 0 ? 1 : weights[i];
            if (weight != 0) {
                Weights weigh = part.weighting().fit(data.matrix());
                Model model =
                        part.algorithm().fit(data.withMatrix(weigh.apply(data.matrix())), run);
                trained.add(new BlendModel.Member(model, weigh, weight));
            }
        }
        return trained;
    }
}
