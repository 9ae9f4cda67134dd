package segue.core.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segue.core.data.Weights;
import segue.core.math.SparseVector;

/// Several models that vote. Each member's scores are first made comparable for the taste at hand:
/// less the mean, divided by the spread, of its own `candidates` best new items. The blend's score
/// is the weighted sum.
///
/// A blend takes raw counts; each member weighs them in its own way.
///
/// @param members who votes, at least one
/// @param candidates how many of a member's best items set its scale, at least 2
public record BlendModel(List<Member> members, int candidates) implements Model {

    /// One vote.
    ///
    /// @param model who votes
    /// @param weights how the member weighs raw counts
    /// @param weight how much its vote counts
    public record Member(Model model, Weights weights, double weight) {}

    public BlendModel {
        members = List.copyOf(members);
        if (members.isEmpty() || candidates < 2) {
            throw new IllegalArgumentException(
                    "a blend needs members and at least 2 candidates, has %d and %d"
                            .formatted(members.size(), candidates));
        }
        for (Member member : members) {
            if (member.model().items() != members.getFirst().model().items()) {
                throw new IllegalArgumentException(
                        "members of a blend rank the same items, not %d and %d"
                                .formatted(
                                        members.getFirst().model().items(),
                                        member.model().items()));
            }
        }
    }

    @Override
    public int users() {
        return members.getFirst().model().users();
    }

    @Override
    public int items() {
        return members.getFirst().model().items();
    }

    @Override
    public void score(Taste taste, float[] out) {
        scoreAll(List.of(taste), new float[][] {out});
    }

    @Override
    public void scoreAll(List<Taste> tastes, float[][] out) {
        float[][] scores = new float[tastes.size()][items()];
        for (int i = 0; i < scores.length; i++) {
            Arrays.fill(out[i], 0, items(), 0);
        }
        for (Member member : members) {
            member.model().scoreAll(tastes.stream().map(t -> of(t, member)).toList(), scores);
            for (int i = 0; i < scores.length; i++) {
                Scale scale = Scale.of(scores[i], tastes.get(i).history(), candidates);
                float factor = (float) (member.weight() / scale.spread());
                for (int item = 0; item < items(); item++) {
                    out[i][item] += factor * (scores[i][item] - scale.mean());
                }
            }
        }
    }

    /// Where a member's scores lie for one taste.
    ///
    /// @param mean of its best new items
    /// @param spread their standard deviation, above 0
    public record Scale(float mean, float spread) {

        /// Of the `candidates` best items outside `known`.
        public static Scale of(float[] scores, SparseVector known, int candidates) {
            Ranking top = TopN.select(scores, known, Want.top(candidates));
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < top.size(); i++) {
                sum += top.score(i);
                squares += (double) top.score(i) * top.score(i);
            }
            int n = Math.max(1, top.size());
            double mean = sum / n;
            double spread = Math.sqrt(Math.max(0, squares / n - mean * mean));
            return new Scale((float) mean, spread > 1e-12 ? (float) spread : 1);
        }
    }

    /// The same taste in a member's units.
    private static Taste of(Taste taste, Member member) {
        return new Taste(taste.user(), member.weights().apply(taste.history()));
    }

    /// Each member names its most similar items; their relative strengths are added by weight.
    @Override
    public Ranking similar(int item, int n) {
        float[] votes = new float[items()];
        for (Member member : members) {
            Ranking similar = member.model().similar(item, Math.max(n, candidates));
            for (int i = 0; i < similar.size(); i++) {
                votes[similar.item(i)] +=
                        (float) (Math.max(0, member.weight()) * similar.relative(i));
            }
        }
        return TopN.select(votes, new SparseVector(new int[] {item}, new float[] {1}), Want.top(n));
    }

    /// The members' reasons, added up by their share in the item's score.
    @Override
    public List<Reason> explain(Taste taste, int item, int n) {
        return explainAll(taste, new int[] {item}, n).getFirst();
    }

    @Override
    public List<List<Reason>> explainAll(Taste taste, int[] items, int n) {
        List<Map<Integer, Float>> parts = new ArrayList<>();
        for (int i = 0; i < items.length; i++) {
            parts.add(new HashMap<>());
        }
        float[] scores = new float[items()];
        for (Member member : members) {
            Taste own = of(taste, member);
            member.model().score(own, scores);
            double factor =
                    member.weight() / Scale.of(scores, taste.history(), candidates).spread();
            List<List<Reason>> reasons =
                    member.model().explainAll(own, items, own.history().size() + 1);
            for (int i = 0; i < items.length; i++) {
                for (Reason reason : reasons.get(i)) {
                    parts.get(i)
                            .merge(reason.item(), (float) (factor * reason.weight()), Float::sum);
                }
            }
        }
        return parts.stream().map(part -> strongest(part, n)).toList();
    }

    private static List<Reason> strongest(Map<Integer, Float> parts, int n) {
        return Reason.strongest(
                parts.entrySet().stream()
                        .filter(part -> part.getValue() > 0)
                        .map(p -> new Reason(Reason.Kind.PLAYED, p.getKey(), p.getValue()))
                        .toList(),
                n);
    }
}
