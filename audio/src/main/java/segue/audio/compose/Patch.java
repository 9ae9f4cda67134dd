package segue.audio.compose;

/// How an instrument makes its sound.
///
/// @param tone the source
/// @param shape its loudness over time
/// @param filter a resonant low-pass after it
/// @param space what is done to the part as a whole
/// @param level gain, 1 = as loud as the others
record Patch(Tone tone, Shape shape, Filter filter, Space space, double level) {

    /// What swings.
    enum Source {
        SAW,
        PULSE,
        TRIANGLE,
        SINE,
        FM,
        ORGAN,
        STRING
    }

    /// @param source the waveform
    /// @param voices oscillators in unison
    /// @param detuneCents how far apart these are
    /// @param sub a sine an octave below, 0..1
    /// @param ratio FM: the modulator's frequency over the carrier's
    /// @param index FM: depth, radians; string: brightness 0..1
    /// @param vibratoCents slow change of pitch
    record Tone(
            Source source,
            int voices,
            double detuneCents,
            double sub,
            double ratio,
            double index,
            double vibratoCents) {

        static Tone of(Source source, int voices, double detuneCents, double sub) {
            return new Tone(source, voices, detuneCents, sub, 1, 0, 0);
        }

        static Tone fm(double ratio, double index) {
            return new Tone(Source.FM, 1, 0, 0, ratio, index, 0);
        }

        static Tone string(double brightness) {
            return new Tone(Source.STRING, 1, 0, 0, 1, brightness, 0);
        }

        Tone vibrato(double cents) {
            return new Tone(source, voices, detuneCents, sub, ratio, index, cents);
        }
    }

    /// Attack, decay and release in seconds, sustain 0..1.
    record Shape(double attack, double decay, double sustain, double release) {}

    /// @param hertz where it closes for middle C; half the key's distance is followed
    /// @param resonance 0..1
    /// @param sweepOctaves how far a note opens it
    /// @param sweepSeconds how long until that has fallen to a third
    /// @param wobble whether it opens and closes in time with the beat
    record Filter(
            double hertz,
            double resonance,
            double sweepOctaves,
            double sweepSeconds,
            boolean wobble) {

        static final Filter OPEN = new Filter(20_000, 0, 0, 1, false);

        static Filter at(double hertz, double resonance, double octaves, double seconds) {
            return new Filter(hertz, resonance, octaves, seconds, false);
        }
    }

    /// All 0..1.
    record Space(double drive, double chorus, double echo, double reverb) {}
}
