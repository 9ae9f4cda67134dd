package segue.engine.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import segue.core.math.SparseVector;
import segue.core.model.BlendModel;
import segue.core.model.Taste;
import segue.engine.catalogue.Catalogue;
import segue.engine.filter.MusicFilter;
import segue.engine.mood.Mood;

/// One number for each item of a catalogue: what several sources say, blended.
///
/// Each source is calibrated for the taste at hand: less the mean of its own best new items,
/// divided by their spread. The parts are weighed by the knobs. What a source does not know stands
/// at its floor; what the plays do not know is lifted from there towards what its sound and tags
/// say, by the knob for exploring. With all knobs at rest there is one source, the model, and its
/// numbers stay as they are.
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

    private final float[] values;
    private final double floor;
    private final double best;
    private final Source source;
    private final boolean plain;

    private Scores(float[] values, double floor, double best, Source source, boolean plain) {
        this.plain = plain;
        this.values = values;
        this.floor = floor;
        this.best = best;
        this.source = source;
    }

    int size() {
        return values.length;
    }

    /// NaN: no candidate.
    float of(int row) {
        return values[row];
    }

    /// Whether these are a model's own numbers.
    boolean isPlain() {
        return plain;
    }

    Source source() {
        return source;
    }

    /// A score on 0..1, where 1 is as strong as the strongest of all, known ones included.
    float relative(double value) {
        return best > floor ? (float) Math.clamp((value - floor) / (best - floor), 0, 1) : 0;
    }

    static Scores of(Ask ask, Person person, Stock stock, Optional<Opened> opened, boolean plain) {
        Optional<float[]> plays = plays(person, stock, opened);
        Knobs knobs = ask.knobs();
        if (plain && plays.isPresent()) {
            return whole(plays.get(), 0, Source.PLAYS, true);
        }
        boolean content = !person.seeds().isEmpty();
        float[] sound =
                content && (plays.isEmpty() || knobs.sound() > 0 || knobs.explore() > 0)
                        ? stock.sounds().likeness(person.seedRows(), person.seedWeights())
                        : new float[0];
        float[] tags =
                content && (plays.isEmpty() || knobs.explore() > 0 || knobs.sound() > 0)
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
            values = blend(plays.get(), person, heard, sound, tagged, tags, knobs);
        } else if (heard || tagged) {
            values = either(stock.catalogue().size(), heard, sound, tagged, tags);
        } else {
            values = popular(ask, stock.catalogue());
            source = Source.POPULARITY;
        }
        for (String name : ask.moods()) {
            float[] fits = stock.mood(Mood.named(name));
            for (int row = 0; row < values.length; row++) {
                values[row] += fits[row];
            }
        }
        return whole(values, source == Source.POPULARITY ? 0 : FLOOR, source, false);
    }

    private static Scores whole(float[] values, double floor, Source source, boolean plain) {
        double best = Double.NEGATIVE_INFINITY;
        for (float value : values) {
            best = value > best ? value : best;
        }
        return new Scores(values, floor, best, source, plain);
    }

    private static Optional<float[]> plays(Person person, Stock stock, Optional<Opened> opened) {
        if (person.taste().isEmpty() || opened.isEmpty()) {
            return Optional.empty();
        }
        Opened open = opened.get();
        Taste taste = person.taste().get();
        float[] scores = new float[open.model().trained().items().size()];
        open.model().trained().model().score(taste, scores);
        float[] values = new float[stock.catalogue().size()];
        for (int row = 0; row < values.length; row++) {
            int column = open.column(row);
            values[row] = column < 0 ? Float.NaN : scores[column];
        }
        return Optional.of(values);
    }

    /// @return whether the source knows anything
    private static boolean calibrate(float[] values, Person person) {
        boolean any = false;
        for (float value : values) {
            any |= !Float.isNaN(value);
        }
        if (any) {
            BlendModel.Scale scale = BlendModel.Scale.of(values, vector(person.known()), SCALE);
            for (int row = 0; row < values.length; row++) {
                values[row] = Math.max(FLOOR, (values[row] - scale.mean()) / scale.spread());
            }
        }
        return any;
    }

    private static SparseVector vector(BitSet rows) {
        int[] columns = rows.stream().toArray();
        return new SparseVector(columns, new float[columns.length]);
    }

    private static float[] blend(
            float[] plays,
            Person person,
            boolean heard,
            float[] sound,
            boolean tagged,
            float[] tags,
            Knobs knobs) {
        BitSet cold = new BitSet();
        for (int row = 0; row < plays.length; row++) {
            cold.set(row, Float.isNaN(plays[row]));
        }
        BlendModel.Scale scale = BlendModel.Scale.of(plays, vector(person.known()), SCALE);
        float weight = heard || tagged ? (float) knobs.sound() : 0;
        float explore = (float) knobs.explore();
        for (int row = 0; row < plays.length; row++) {
            float content = content(row, heard, sound, tagged, tags);
            float byPlays = (plays[row] - scale.mean()) / scale.spread();
            if (cold.get(row)) {
                byPlays = explore * content + (1 - explore) * FLOOR;
            }
            boolean shown = !cold.get(row) || ((explore > 0 || weight > 0) && content > FLOOR);
            plays[row] =
                    shown
                            ? (1 - weight) * byPlays + (weight > 0 ? weight * content : 0)
                            : Float.NaN;
        }
        return plays;
    }

    /// What sound says, or tags where nothing was heard.
    private static float content(
            int row, boolean heard, float[] sound, boolean tagged, float[] tags) {
        if (heard && !Float.isNaN(sound[row])) {
            return sound[row];
        }
        return tagged && !Float.isNaN(tags[row]) ? tags[row] : FLOOR;
    }

    private static float[] either(
            int size, boolean heard, float[] sound, boolean tagged, float[] tags) {
        float[] values = new float[size];
        for (int row = 0; row < size; row++) {
            float content = content(row, heard, sound, tagged, tags);
            values[row] = content > FLOOR ? content : Float.NaN;
        }
        return values;
    }

    /// What most people have, of the genres that are asked for what is most of that genre.
    private static float[] popular(Ask ask, Catalogue catalogue) {
        float[] values = new float[catalogue.size()];
        List<String> genres = new ArrayList<>(ask.filter().genres());
        BitSet asked = catalogue.tags().matching(tag -> MusicFilter.isAmong(tag, genres));
        for (int row = 0; row < values.length; row++) {
            double share = genres.isEmpty() ? 1 : Math.sqrt(catalogue.tags().share(row, asked));
            values[row] = (float) (Math.log1p(1.0 + catalogue.listeners(row)) * share);
        }
        return values;
    }
}
