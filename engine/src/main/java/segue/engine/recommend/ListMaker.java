package segue.engine.recommend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import segue.core.model.Ranking;
import segue.core.model.TopN;
import segue.core.rank.Diversify;
import segue.core.rank.Variance;
import segue.engine.context.Boosts;
import segue.engine.context.ContextReranker;
import segue.engine.filter.MusicFilter;
import segue.engine.mood.Mood;
import segue.library.Items;
import segue.library.Kind;

/// From scores to a list: mask and filter → the moment → chance → variety → room for artists,
/// albums and versions → exactly n, where there are so many. For one request.
final class ListMaker {

    /// Items that are looked at again by chance and variety, besides ten for each place.
    private static final int POOL = 300;

    /// At least so many are looked at again for a moment, as [segue.engine.context] was tried.
    private static final int MOMENT = 1000;

    /// In these moods a fit below is outside.
    private static final float FITS = .5f;

    private static final double CHANCE = .8;

    private final Ask ask;
    private final Person person;
    private final Stock stock;
    private final Optional<Opened> opened;
    private final Scores scores;
    private final ContextReranker context;
    private final Map<Integer, String> moments = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    ListMaker(
            Ask ask,
            Person person,
            Stock stock,
            Optional<Opened> opened,
            Scores scores,
            ContextReranker context) {
        this.ask = ask;
        this.person = person;
        this.stock = stock;
        this.opened = opened;
        this.scores = scores;
        this.context = context;
    }

    /// Rows of the catalogue with their scores, the best first.
    List<Person.Seed> make() {
        double familiar = ask.knobs().familiar();
        int size = pool();
        while (true) {
            int pool = Math.min(size, scores.size());
            IntPredicate fresh = row -> !person.known().contains(row);
            List<Ranking> sources =
                    familiar > 0
                            ? List.of(ranked(pool, fresh), ranked(pool, row -> !fresh.test(row)))
                            : List.of(ranked(pool, ask.known() ? _ -> true : fresh));
            List<Person.Seed> list = take(sources, familiar);
            if (list.size() >= ask.n() || pool >= scores.size()) {
                return list;
            }
            size = (int) Math.min(Integer.MAX_VALUE, 8L * size);
        }
    }

    /// What people should know of it.
    List<String> notes() {
        return notes;
    }

    /// Why an item suits the moment.
    Optional<String> moment(int row) {
        return Optional.ofNullable(moments.get(row));
    }

    private int pool() {
        int some = 10 * ask.n() + POOL;
        if (!ask.moment().isAny()) {
            return Math.max(MOMENT, some);
        }
        if (diversity() > 0 || ask.knobs().surprise() > 0) {
            return some;
        }
        return takesAll() ? ask.n() : 2 * ask.n();
    }

    /// Whether whoever is a candidate is also taken.
    private boolean takesAll() {
        return stock.catalogue().kind() == Kind.ARTIST && ask.filter().takesAllArtists();
    }

    /// A newcomer is shown different things.
    private double diversity() {
        return scores.source() == Scores.Source.POPULARITY
                ? Math.max(.3, ask.knobs().diversity())
                : ask.knobs().diversity();
    }

    private Ranking ranked(int size, IntPredicate which) {
        Ranking ranking = candidates(size, which);
        if (!ask.moment().isAny()) {
            ranking = atTheMoment(ranking);
        }
        Ranking shaken = new Variance(ask.seed(), CHANCE * ask.knobs().surprise()).shaken(ranking);
        Ranking list =
                new Diversify(diversity(), 3 * ask.n(), new Likeness(stock, opened)).rerank(shaken);
        return ask.knobs().surprise() > 0 ? withScoresOf(ranking, list) : list;
    }

    /// Chance moves items, but does not make them better.
    private static Ranking withScoresOf(Ranking ranking, Ranking order) {
        Map<Integer, Float> scores = new HashMap<>();
        for (int i = 0; i < ranking.size(); i++) {
            scores.put(ranking.item(i), ranking.score(i));
        }
        int[] items = new int[order.size()];
        float[] own = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            items[i] = order.item(i);
            own[i] = scores.getOrDefault(items[i], 0f);
        }
        return new Ranking(items, own, ranking.best());
    }

    /// The best that may appear.
    private Ranking candidates(int size, IntPredicate which) {
        MusicFilter.Gate gate = ask.filter().gate(Optional.empty());
        boolean open = ask.filter().admitsAll();
        List<float[]> moods = ask.moods().stream().map(Mood::named).map(stock::mood).toList();
        return scores.top(
                size,
                row ->
                        !person.never().get(row)
                                && !person.resting().get(row)
                                && which.test(row)
                                && fits(moods, row)
                                && (open || gate.admits(stock.catalogue().traits(row))));
    }

    private static boolean fits(List<float[]> moods, int row) {
        for (float[] mood : moods) {
            if (mood[row] < FITS) {
                return false;
            }
        }
        return true;
    }

    private Ranking atTheMoment(Ranking ranking) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
            ids.add(stock.catalogue().ids().id(ranking.item(i)));
        }
        Items items = stock.catalogue().kind() == Kind.ARTIST ? Items.ARTISTS : Items.TRACKS;
        Boosts boosts = context.boosts(person.listener(), items, ids, ask.moment());
        boosts.notes().stream().filter(note -> !notes.contains(note)).forEach(notes::add);
        TopN order = new TopN(Math.max(1, ranking.size()));
        for (int i = 0; i < ranking.size(); i++) {
            Boosts.Boost boost = boosts.items().get(i);
            int row = ranking.item(i);
            boost.reason().ifPresent(reason -> moments.put(row, reason));
            float score = ranking.score(i);
            order.offer(row, (float) (scores.isPlain() ? boost.of(score) : score + boost.log()));
        }
        return order.take();
    }

    /// As long as there is room. Of two sources the second has its share of the places; where one
    /// has no more, the other fills up.
    private List<Person.Seed> take(List<Ranking> sources, double share) {
        boolean open = stock.catalogue().kind() == Kind.ARTIST && ask.filter().takesAllArtists();
        MusicFilter.Gate gate = ask.filter().gate(Optional.empty());
        int[] at = new int[sources.size()];
        List<Person.Seed> list = new ArrayList<>();
        while (list.size() < ask.n()) {
            int place = list.size();
            boolean second =
                    sources.size() == 2
                            && Math.round((place + 1) * share) > Math.round(place * share);
            int source = second ? 1 : 0;
            if (at[source] >= sources.get(source).size()) {
                source = sources.size() - 1 - source;
            }
            if (at[source] >= sources.get(source).size()) {
                break;
            }
            int row = sources.get(source).item(at[source]);
            float score = sources.get(source).score(at[source]++);
            if (open || gate.takes(stock.catalogue().traits(row))) {
                list.add(new Person.Seed(row, score));
            }
        }
        return list;
    }
}
