package segue.engine.recommend;

/// What a list leans to. At rest a list is that of the model.
///
/// @param sound 0..1: 0 follows what people play, 1 what sounds like what the listener plays
/// @param diversity 0..1: how much items of one list should differ from each other
/// @param surprise 0..1: how far chance may move items; the same seed moves them alike
/// @param familiar 0..1: the share of the list that they know already
/// @param explore 0..1: how readily music is shown that hardly anybody has played
/// @param restDays what was heard in the last so many days is left out; 0: nothing rests
/// @param decayHalfLifeDays after so many days a play counts half; 0: plays do not age
public record Knobs(
        double sound,
        double diversity,
        double surprise,
        double familiar,
        double explore,
        int restDays,
        double decayHalfLifeDays) {

    /// All at rest.
    public static final Knobs DEFAULTS = new Knobs(0, 0, 0, 0, 0, 0, 0);

    public Knobs {
        share("sound", sound);
        share("diversity", diversity);
        share("surprise", surprise);
        share("familiar", familiar);
        share("explore", explore);
        if (restDays < 0) {
            throw new IllegalArgumentException("rest must be at least 0 days, is " + restDays);
        }
        if (!(decayHalfLifeDays >= 0) || Double.isInfinite(decayHalfLifeDays)) {
            throw new IllegalArgumentException(
                    "decay must be at least 0 days, is " + decayHalfLifeDays);
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " must be between 0 and 1, is " + value);
        }
    }

    public Knobs withSound(double other) {
        return new Knobs(
                other, diversity, surprise, familiar, explore, restDays, decayHalfLifeDays);
    }

    public Knobs withDiversity(double other) {
        return new Knobs(sound, other, surprise, familiar, explore, restDays, decayHalfLifeDays);
    }

    public Knobs withSurprise(double other) {
        return new Knobs(sound, diversity, other, familiar, explore, restDays, decayHalfLifeDays);
    }

    public Knobs withFamiliar(double other) {
        return new Knobs(sound, diversity, surprise, other, explore, restDays, decayHalfLifeDays);
    }

    public Knobs withExplore(double other) {
        return new Knobs(sound, diversity, surprise, familiar, other, restDays, decayHalfLifeDays);
    }

    public Knobs withRestDays(int other) {
        return new Knobs(sound, diversity, surprise, familiar, explore, other, decayHalfLifeDays);
    }

    public Knobs withDecayHalfLifeDays(double other) {
        return new Knobs(sound, diversity, surprise, familiar, explore, restDays, other);
    }
}
