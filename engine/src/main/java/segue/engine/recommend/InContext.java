package segue.engine.recommend;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segue.core.math.SparseVector;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.TopN;
import segue.core.model.Want;
import segue.engine.context.Boosts;
import segue.engine.context.ContextReranker;
import segue.engine.context.Moment;
import segue.engine.names.Finder;
import segue.library.Entry;
import segue.library.Items;
import segue.library.Kind;

/// What a moment makes of a taste and of a list.
///
/// @param reranker knows the library; none where nothing is said of the moment
public record InContext(@Nullable ContextReranker reranker, Moment moment) {

    /// Nothing is said.
    public static final InContext ANY = new InContext(null, Moment.ANY);

    /// Candidates that are ranked anew.
    private static final int CANDIDATES = 1000;

    /// A taste in which what is played at that time counts more.
    Taste taste(Taste usual, Entry who, OpenModel model) {
        if (reranker == null || moment.at().isEmpty() || model.subject() != Kind.LISTENER) {
            return usual;
        }
        Map<String, Double> factors = reranker.weights(who.id(), items(model), moment);
        if (factors.isEmpty()) {
            return usual;
        }
        SparseVector history = usual.history();
        int[] columns = new int[history.size()];
        float[] values = new float[columns.length];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = history.column(i);
            String id = model.trained().items().id(columns[i]);
            values[i] = (float) (history.value(i) * factors.getOrDefault(id, 1.0));
        }
        return Taste.ofHistory(new SparseVector(columns, values));
    }

    /// The best items for a taste and the moment.
    Ranking rank(OpenModel model, Taste taste, Want want, Optional<Entry> listener, Finder finder) {
        if (reranker == null || moment.isAny()) {
            return model.trained().model().recommend(taste, want);
        }
        Want many =
                Want.top(Math.max(want.n(), CANDIDATES))
                        .withKnown(want.known())
                        .withBanned(want.banned());
        Ranking ranking = model.trained().model().recommend(taste, many);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
            ids.add(model.trained().items().id(ranking.item(i)));
        }
        Boosts boosts =
                reranker.boosts(
                        listener.filter(_ -> model.subject() == Kind.LISTENER).map(Entry::id),
                        items(model),
                        ids,
                        moment);
        boosts.notes().forEach(finder::note);
        TopN top = new TopN(want.n());
        for (int i = 0; i < ranking.size(); i++) {
            top.offer(ranking.item(i), (float) boosts.items().get(i).of(ranking.score(i)));
        }
        return top.take();
    }

    private static Items items(OpenModel model) {
        return model.about().selection().items();
    }
}
