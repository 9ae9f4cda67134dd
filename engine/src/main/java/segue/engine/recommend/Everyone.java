package segue.engine.recommend;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import segue.core.data.Ids;
import segue.core.data.Interactions;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;
import segue.core.model.BlendModel;
import segue.core.model.FactorModel;
import segue.core.model.Model;
import segue.core.model.NeighbourModel;
import segue.core.model.PopularityModel;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.UserNeighbourModel;
import segue.core.model.Want;
import segue.core.run.Run;
import segue.library.Library;
import segue.library.RankedLists;
import segue.library.Selection;

/// Lists for everybody in the library at once, into a file.
public final class Everyone {

    private final Library library;
    private final OpenModel model;

    public Everyone(Library library, OpenModel model) {
        this.library = library;
        this.model = model;
    }

    /// What was written.
    ///
    /// @param file where
    /// @param lists how many got a list; who has nothing the model knows gets none
    /// @param rows how many lines
    /// @param rankSeconds seconds to rank
    public record Exported(String model, String file, int lists, long rows, double rankSeconds) {}

    /// Ranks and writes. Everybody is ranked by the vector the model learned for them; who is new,
    /// or all if the library has grown since, are folded in.
    ///
    /// @param known whether items they have already may appear
    public Exported export(Path file, int n, boolean known, Run run) {
        Selection everything =
                Selection.DEFAULTS
                        .withRows(model.about().selection().rows())
                        .withItems(model.about().selection().items());
        Interactions plays = library.interactions(everything, run);
        SparseMatrix history =
                model.trained().weights().apply(plays.inColumnsOf(model.trained().items()));
        long started = System.nanoTime();
        Want want = new Want(n, known, new BitSet());
        Lists ranked = heeding(plays.users(), rank(plays.users(), history, want, run), want);
        double seconds = (System.nanoTime() - started) / 1e9;
        RankedLists lists =
                new RankedLists(
                        model.subject(),
                        plays.users(),
                        model.item(),
                        model.trained().items(),
                        sink -> hand(ranked, history, sink));
        long rows = library.exportLists(file, lists, run);
        int served = 0;
        for (int user = 0; user < history.rows(); user++) {
            served += history.count(user) > 0 && ranked.of(user).size() > 0 ? 1 : 0;
        }
        return new Exported(model.name(), file.toString(), served, rows, seconds);
    }

    /// Who gave feedback is ranked by it: folded in with likes and skips, without what they banned.
    private Lists heeding(Ids users, Lists ranked, Want want) {
        Opinions said = Opinions.of(library, model);
        Map<Integer, Ranking> own = new HashMap<>();
        for (String id : said.bans().keySet()) {
            users.row(id)
                    .ifPresent(
                            user -> {
                                SparseVector history =
                                        model.weigh(library.history(model.about().selection(), id));
                                own.put(
                                        user,
                                        model.trained()
                                                .model()
                                                .recommend(
                                                        Taste.ofHistory(history),
                                                        want.withBanned(said.banned(id))));
                            });
        }
        return user -> own.containsKey(user) ? own.get(user) : ranked.of(user);
    }

    /// The ranking of each row of the library.
    private interface Lists {
        Ranking of(int user);
    }

    private static void hand(Lists ranked, SparseMatrix history, RankedLists.Sink sink) {
        for (int user = 0; user < history.rows(); user++) {
            if (history.count(user) == 0) {
                continue;
            }
            Ranking ranking = ranked.of(user);
            for (int i = 0; i < ranking.size(); i++) {
                sink.row(user, i + 1, ranking.item(i), ranking.relative(i), ranking.score(i));
            }
        }
    }

    /// The same model for everybody in the library now.
    private Lists rank(Ids users, SparseMatrix history, Want want, Run run) {
        return switch (model.trained().model()) {
            case FactorModel factors ->
                    new FactorModel(
                                            vectors(factors, users, history, run),
                                            factors.itemFactors(),
                                            factors.foldIn())
                                    .recommendAll(history, want, run)
                            ::of;
            case NeighbourModel links ->
                    new NeighbourModel(users.size(), links.links()).recommendAll(history, want, run)
                            ::of;
            case PopularityModel popular ->
                    new PopularityModel(users.size(), popular.popularity())
                                    .recommendAll(history, want, run)
                            ::of;
            case UserNeighbourModel asked -> oneByOne(asked, users, history, want, run);
            case BlendModel blend -> oneByOne(blend, users, history, want, run);
        };
    }

    private Lists oneByOne(Model asked, Ids users, SparseMatrix history, Want want, Run run) {
        Ranking[] rankings = new Ranking[users.size()];
        Parallel.rows(
                users.size(),
                64,
                run,
                () ->
                        (from, to) -> {
                            for (int user = from; user < to; user++) {
                                OptionalInt row = rowOf(users.id(user));
                                Taste taste = new Taste(row, history.row(user));
                                rankings[user] = asked.recommend(taste, want);
                            }
                            run.report("recommend", to, users.size(), "");
                        });
        return user -> rankings[user];
    }

    private Matrix vectors(FactorModel factors, Ids users, SparseMatrix history, Run run) {
        Matrix vectors = Matrix.zeros(users.size(), factors.rank());
        Parallel.rows(
                users.size(),
                64,
                run,
                () ->
                        (from, to) -> {
                            for (int user = from; user < to; user++) {
                                float[] vector = vector(factors, users.id(user), history, user);
                                System.arraycopy(
                                        vector,
                                        0,
                                        vectors.values(),
                                        vectors.offset(user),
                                        vector.length);
                            }
                        });
        return vectors;
    }

    private float[] vector(FactorModel factors, String id, SparseMatrix history, int user) {
        OptionalInt row = rowOf(id);
        return row.isPresent()
                ? factors.userFactors().row(row.getAsInt())
                : factors.foldIn().user(factors.itemFactors(), history.row(user));
    }

    /// Where the model's stored knowledge of someone is, as long as it is true.
    private OptionalInt rowOf(String id) {
        return model.stale() ? OptionalInt.empty() : model.trained().users().row(id);
    }
}
