package segue.engine.recommend;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import segue.core.model.BlendModel;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.TopN;
import segue.engine.catalogue.Catalogue;
import segue.engine.mood.Mood;

/// One number for each item of a catalogue: what several sources say, blended.
///
/// Each source is calibrated for the taste at hand: less the mean of its own best new items,
/// divided by their spread. The parts are weighed by the knobs. What a source does not know stands
/// at its floor. What the plays do not know is lifted from there towards what a content model, else
/// its sound and tags, say of it: by the knob for exploring, the less the more people play it. With
/// all knobs at rest there is one source, the model, and its numbers stay as they are.
final class Scores {

    /// What the list mainly follows.
    enum Source {
        PLAYS,
        SOUND,
        TAGS,
        POPULARITY
    }

    /// How many of the best new items set the scale of a source.
    private static final int SCALE = 100;

    /// So many spreads below the mean of its best stands what a source does not know.
    private static final float FLOOR = -3;

    private final int size;
    private final Best finder;
    private final double floor;
    private final Source source;
    private final boolean plain;
    private double best = Double.NEGATIVE_INFINITY;

    /// Finds the rows with the highest scores.
    private interface Best {
        Ranking top(int n, IntPredicate admitted);
    }

    private Scores(int size, Best finder, double floor, Source source, boolean plain) {
        this.size = size;
        this.finder = finder;
        this.floor = floor;
        this.source = source;
        this.plain = plain;
    }

    int size() {
        return size;
    }

    /// The best rows.
    ///
    /// @param admitted asked only of rows whose score is high enough
    Ranking top(int n, IntPredicate admitted) {
        Ranking ranking = finder.top(n, admitted);
        best = Math.max(best, ranking.best());
        return ranking;
    }

    /// Whether these are a model's own numbers.
    boolean isPlain() {
        return plain;
    }

    Source source() {
        return source;
    }

    /// A score on 0..1, where 1 is as strong as the strongest of all that [#top] has seen, known
    /// ones included.
    float relative(double value) {
        return best > floor ? (float) Math.clamp((value - floor) / (best - floor), 0, 1) : 0;
    }

    /// @param told a model that also knows what nobody has played
    static Scores of(
            Ask ask,
            Person person,
            Stock stock,
            Optional<Opened> opened,
            Optional<Opened> told,
            boolean plain) {
        boolean served = person.taste().isPresent() && opened.isPresent();
        if (plain && served) {
            Opened open = opened.get();
            Taste taste = person.taste().get();
            return new Scores(
                    stock.catalogue().size(),
                    (n, admitted) -> rows(open, taste, n, admitted),
                    0,
                    Source.PLAYS,
                    true);
        }
        Optional<float[]> plays =
                served
                        ? Optional.of(scores(person.taste().get(), stock, opened.get()))
                        : Optional.empty();
        Knobs knobs = ask.knobs();
        boolean content =
                !person.seeds().isEmpty()
                        && (plays.isEmpty() || knobs.sound() > 0 || knobs.explore() > 0);
        float[] sound =
                content
                        ? stock.sounds().likeness(person.seedRows(), person.seedWeights())
                        : new float[0];
        float[] tags =
                content
                        ? stock.catalogue().tags().likeness(person.seedRows(), person.seedWeights())
                        : new float[0];
        boolean heard = calibrate(sound, person);
        boolean tagged = calibrate(tags, person);
        Source source =
                plays.isPresent() && knobs.sound() < .5
                        ? Source.PLAYS
                        : heard ? Source.SOUND : tagged ? Source.TAGS : Source.PLAYS;
        float[] values;
        if (plays.isPresent()) {
            float[] alike = either(stock.catalogue().size(), heard, sound, tagged, tags);
            float[] cold = told(person, stock, told, alike);
            values =
                    blend(
                            plays.get(),
                            person,
                            stock.catalogue(),
                            heard || tagged,
                            alike,
                            cold,
                            knobs);
        } else if (heard || tagged) {
            values = either(stock.catalogue().size(), heard, sound, tagged, tags);
            for (int row = 0; row < values.length; row++) {
                values[row] = values[row] > FLOOR ? values[row] : Float.NaN;
            }
        } else {
            values = popular(ask, stock);
            source = Source.POPULARITY;
        }
        for (String name : ask.moods()) {
            float[] fits = stock.mood(Mood.named(name));
            for (int row = 0; row < values.length; row++) {
                values[row] += fits[row];
            }
        }
        float[] all = values;
        return new Scores(
                all.length,
                (n, admitted) -> best(all, n, admitted),
                source == Source.POPULARITY ? 0 : FLOOR,
                source,
                false);
    }

    /// The model's own best, in rows of the catalogue.
    private static Ranking rows(Opened open, Taste taste, int n, IntPredicate admitted) {
        Ranking found =
                open.search()
                        .top(
                                taste,
                                n,
                                column -> {
                                    int row = open.row(column);
                                    return row >= 0 && admitted.test(row);
                                });
        int[] rows = new int[found.size()];
        float[] scores = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = open.row(found.item(i));
            scores[i] = found.score(i);
        }
        return new Ranking(rows, scores, found.best());
    }

    private static Ranking best(float[] values, int n, IntPredicate admitted) {
        TopN top = new TopN(Math.clamp(values.length, 1, n));
        for (int row = 0; row < values.length; row++) {
            top.offerIf(row, values[row], admitted);
        }
        return top.take();
    }

    /// What a model says of each row; NaN where it knows nothing.
    private static float[] scores(Taste taste, Stock stock, Opened open) {
        float[] scores = new float[open.model().trained().items().size()];
        open.model().trained().model().score(taste, scores);
        float[] values = new float[stock.catalogue().size()];
        for (int row = 0; row < values.length; row++) {
            int column = open.column(row);
            values[row] = column < 0 ? Float.NaN : scores[column];
        }
        return values;
    }

    /// What is said of rows that nobody has played: by the model that tells factors from sound and
    /// tags, where there is one that knows the row, else what is alike.
    private static float[] told(Person person, Stock stock, Optional<Opened> told, float[] alike) {
        if (told.isEmpty() || person.told().isEmpty()) {
            return alike;
        }
        float[] values = scores(person.told().get(), stock, told.get());
        calibrate(values, person);
        for (int row = 0; row < values.length; row++) {
            values[row] = Float.isNaN(values[row]) ? alike[row] : values[row];
        }
        return values;
    }

    /// @return whether the source knows anything
    private static boolean calibrate(float[] values, Person person) {
        boolean any = false;
        for (float value : values) {
            any |= !Float.isNaN(value);
        }
        if (any) {
            BlendModel.Scale scale = BlendModel.Scale.of(values, person.known(), SCALE);
            for (int row = 0; row < values.length; row++) {
                values[row] = Math.max(FLOOR, (values[row] - scale.mean()) / scale.spread());
            }
        }
        return any;
    }

    /// @param alike what sound and tags say
    /// @param told what is said of what nobody has played
    private static float[] blend(
            float[] plays,
            Person person,
            Catalogue catalogue,
            boolean content,
            float[] alike,
            float[] told,
            Knobs knobs) {
        BlendModel.Scale scale = BlendModel.Scale.of(plays, person.known(), SCALE);
        float weight = content ? (float) knobs.sound() : 0;
        for (int row = 0; row < plays.length; row++) {
            boolean cold = Float.isNaN(plays[row]);
            float byPlays = cold ? FLOOR : (plays[row] - scale.mean()) / scale.spread();
            float share = (float) (knobs.explore() / (1 + catalogue.listeners(row)));
            boolean lifted = share > 0 && told[row] > FLOOR;
            byPlays += lifted ? share * (told[row] - byPlays) : 0;
            boolean shown = !cold || lifted || (weight > 0 && alike[row] > FLOOR);
            plays[row] = shown ? (1 - weight) * byPlays + weight * alike[row] : Float.NaN;
        }
        return plays;
    }

    /// What sound says, or tags where nothing was heard; at the floor where neither is known.
    private static float[] either(
            int size, boolean heard, float[] sound, boolean tagged, float[] tags) {
        float[] values = new float[size];
        for (int row = 0; row < size; row++) {
            values[row] =
                    heard && !Float.isNaN(sound[row])
                            ? sound[row]
                            : tagged && !Float.isNaN(tags[row]) ? tags[row] : FLOOR;
        }
        return values;
    }

    /// What most people have, of the genres that are asked for what is most of that genre.
    private static float[] popular(Ask ask, Stock stock) {
        Catalogue catalogue = stock.catalogue();
        float[] values = new float[catalogue.size()];
        List<String> genres = ask.filter().genres();
        BitSet asked = stock.tagsOf(genres);
        for (int row = 0; row < values.length; row++) {
            double share = genres.isEmpty() ? 1 : Math.sqrt(catalogue.tags().share(row, asked));
            values[row] = (float) (Math.log1p(1.0 + catalogue.listeners(row)) * share);
        }
        return values;
    }
}
