package segue.audio.feature;

import java.util.EnumMap;
import java.util.Map;

/// How a track sounds, as a vector of fixed length: what similarity by sound compares. Louder or
/// softer copies of a recording give the same. Immutable.
///
/// The components come in parts ([Part]), each of one kind and unit, the parts in groups. They are
/// not scaled to each other: [SoundSpace] does that from a collection.
public final class Timbre {

    /// Changes whenever the meaning of a component does; vectors of different versions cannot be
    /// compared.
    public static final int VERSION = 1;

    /// What parts have in common.
    public enum Group {
        TIMBRE,
        RHYTHM,
        HARMONY,
        DYNAMICS
    }

    /// Components of one kind, in the order of the vector.
    public enum Part {
        /// Mean mel-frequency cepstral coefficients 1 to 19 of 40 bands, dB.
        MFCC_MEAN("sound colour", Group.TIMBRE, 19),
        /// Their deviations over time, coefficients 1 to 12.
        MFCC_DEVIATION("variety of sound", Group.TIMBRE, 12),
        /// Their change in 23 ms, coefficients 1 to 12.
        MFCC_CHANGE("liveliness of sound", Group.TIMBRE, 12),
        /// Mean level of each of [segue.audio.dsp.OctaveBands] against the whole, dB.
        BALANCE("bass and treble", Group.TIMBRE, 8),
        /// Their deviations over time.
        BALANCE_DEVIATION("movement of bass and treble", Group.TIMBRE, 8),
        /// Mean [segue.audio.dsp.SpectralContrast], dB.
        CONTRAST("tone against noise", Group.TIMBRE, 7),
        /// Its deviations over time.
        CONTRAST_DEVIATION("variety of tone and noise", Group.TIMBRE, 7),
        /// Mean of the log2 of centroid, spread, rolloff (Hz) and flatness.
        SHAPE("brightness", Group.TIMBRE, 4),
        /// Their deviations over time.
        SHAPE_DEVIATION("movement of brightness", Group.TIMBRE, 4),
        /// Cosine and sine of the tempo's place within its octave: half and double are the same.
        TEMPO("tempo", Group.RHYTHM, 2),
        /// log2 of the tempo over 120 BPM: half and double differ.
        PACE("pace", Group.RHYTHM, 1),
        /// How far the onsets repeat after a beat, two, four; -1..1.
        PULSE("strength of the beat", Group.RHYTHM, 3),
        /// ln(1 + onsets a second) of four regions of pitch, then of all.
        ONSETS("density of notes", Group.RHYTHM, 5),
        /// How the onsets of four regions repeat after twelve parts and multiples of a beat.
        PATTERN("rhythm pattern", Group.RHYTHM, 48),
        /// The share of the onset curve's changes of .5-1, 1-2, 2-4, 4-8, 8-16 Hz, four regions.
        MODULATION("rhythmic movement", Group.RHYTHM, 20),
        /// Mean share of each pitch class, seen from the tonic.
        NOTES("notes of the scale", Group.HARMONY, 12),
        /// Their deviations over time.
        NOTES_DEVIATION("change of notes", Group.HARMONY, 12),
        /// ln(1 + chord changes a second), share of major chords, clarity of chords.
        CHORDS("chords", Group.HARMONY, 3),
        /// 1 major, -1 minor, nearer 0 when the key is uncertain.
        MODE("major or minor", Group.HARMONY, 1),
        /// The level's deviation and its change in 23 ms, dB; the share of frames below half of
        /// their second's mean; the movement at 4 Hz between 300 and 2400 Hz.
        LEVEL("dynamics", Group.DYNAMICS, 4);

        private final String label;
        private final Group group;
        private final int size;

        Part(String label, Group group, int size) {
            this.label = label;
            this.group = group;
            this.size = size;
        }

        /// What it is in a listener's words.
        public String label() {
            return label;
        }

        public Group group() {
            return group;
        }

        /// How many components it has.
        public int size() {
            return size;
        }

        /// Where it begins in the vector.
        public int offset() {
            return OFFSETS.getOrDefault(this, 0);
        }
    }

    private static final Map<Part, Integer> OFFSETS = new EnumMap<>(Part.class);

    /// How many components a vector has.
    public static final int SIZE;

    static {
        int next = 0;
        for (Part part : Part.values()) {
            OFFSETS.put(part, next);
            next += part.size;
        }
        SIZE = next;
    }

    private final float[] values;

    /// @param values [#SIZE] finite numbers, as [#values] gave them
    public Timbre(float[] values) {
        if (values.length != SIZE) {
            throw new IllegalArgumentException(
                    "length differs: found %d, expected %d".formatted(values.length, SIZE));
        }
        for (int i = 0; i < SIZE; i++) {
            if (!Float.isFinite(values[i])) {
                throw new IllegalArgumentException("component %d is %s".formatted(i, values[i]));
            }
        }
        this.values = values.clone();
    }

    /// One component of a part.
    public float value(Part part, int index) {
        if (index < 0 || index >= part.size) {
            throw new IllegalArgumentException(
                    "%s has %d components, asked for %d".formatted(part, part.size, index));
        }
        return values[part.offset() + index];
    }

    /// To be stored; a new array.
    public float[] values() {
        return values.clone();
    }
}
