package segue.engine.recommend;

import java.util.List;
import java.util.Optional;
import segue.engine.context.Moment;
import segue.engine.filter.MusicFilter;
import segue.library.Kind;

/// A wish for a list of music. Everything has a default; as JSON, what is left out keeps it (see
/// [segue.engine.Json#read(java.io.InputStream, Object)]).
///
/// @param whom for whom
/// @param kind artists or tracks; empty: what the model ranks
/// @param n how many, as far as there are so many
/// @param known whether items they have already may appear
/// @param filter what may appear
/// @param moods names of moods; several: all of them
/// @param knobs what the list leans to
/// @param moment when it is heard, and to what
/// @param model the name of a model; empty: the newest of that kind
/// @param seed the same seed gives the same list
/// @param reasons whether to say why
public record Ask(
        Whom whom,
        Optional<Kind> kind,
        int n,
        boolean known,
        MusicFilter filter,
        List<String> moods,
        Knobs knobs,
        Moment moment,
        String model,
        long seed,
        boolean reasons) {

    /// Ten for a newcomer.
    public static final Ask DEFAULTS =
            new Ask(
                    Whom.NEWCOMER,
                    Optional.empty(),
                    10,
                    false,
                    MusicFilter.NONE,
                    List.of(),
                    Knobs.DEFAULTS,
                    Moment.ANY,
                    "",
                    42,
                    true);

    public Ask {
        moods = List.copyOf(moods);
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        if (kind.filter(k -> k != Kind.ARTIST && k != Kind.TRACK).isPresent()) {
            throw new IllegalArgumentException(
                    "artists or tracks can be listed, not " + kind.get());
        }
    }

    public static Ask of(Whom whom) {
        return DEFAULTS.withWhom(whom);
    }

    public Ask withWhom(Whom other) {
        return new Ask(other, kind, n, known, filter, moods, knobs, moment, model, seed, reasons);
    }

    public Ask withKind(Kind other) {
        return new Ask(
                whom,
                Optional.of(other),
                n,
                known,
                filter,
                moods,
                knobs,
                moment,
                model,
                seed,
                reasons);
    }

    public Ask withN(int other) {
        return new Ask(
                whom, kind, other, known, filter, moods, knobs, moment, model, seed, reasons);
    }

    public Ask withKnown(boolean other) {
        return new Ask(whom, kind, n, other, filter, moods, knobs, moment, model, seed, reasons);
    }

    public Ask withFilter(MusicFilter other) {
        return new Ask(whom, kind, n, known, other, moods, knobs, moment, model, seed, reasons);
    }

    public Ask withMoods(List<String> other) {
        return new Ask(whom, kind, n, known, filter, other, knobs, moment, model, seed, reasons);
    }

    public Ask withKnobs(Knobs other) {
        return new Ask(whom, kind, n, known, filter, moods, other, moment, model, seed, reasons);
    }

    public Ask withMoment(Moment other) {
        return new Ask(whom, kind, n, known, filter, moods, knobs, other, model, seed, reasons);
    }

    public Ask withModel(String other) {
        return new Ask(whom, kind, n, known, filter, moods, knobs, moment, other, seed, reasons);
    }

    public Ask withSeed(long other) {
        return new Ask(whom, kind, n, known, filter, moods, knobs, moment, model, other, reasons);
    }

    public Ask withReasons(boolean other) {
        return new Ask(whom, kind, n, known, filter, moods, knobs, moment, model, seed, other);
    }
}
