package segue.audio.feature;

import segue.audio.feature.Timbre.Part;

/// Estimates a track's [TrackCharacter] from measured features.
///
/// Each value is a sum of features (below), whose quantiles over 71 tracks of Debian's music
/// packages and 80 composed ones were laid onto the quantiles of Spotify's column over 28,000
/// tracks: the spread resembles Spotify's, the single value need not. No listener was asked.
///
/// How far each can be trusted: energy orders tracks well (ambient, ballads below; hard techno,
/// metal above). Danceability is the strength and steadiness of the beat, no more. Acousticness
/// tells clear tones with little sub-bass from dense, distorted, gated sound; synthesised strings
/// count as acoustic. Speechiness tells speech from music surely, rap hardly. Instrumentalness only
/// knows speech: singing goes unheard. Valence is mode, tempo, brightness and beat: a guess.
final class CharacterEstimator {

    /// From a score to the column's scale: both rising, linear between, constant outside.
    private static final class Scale {
        private final double[] scores;
        private final double[] values;

        Scale(double[] scores, double[] values) {
            this.scores = scores;
            this.values = values;
        }

        double of(double score) {
            if (!(score > scores[0])) {
                return values[0];
            }
            for (int i = 1; i < scores.length; i++) {
                if (score < scores[i]) {
                    double part = (score - scores[i - 1]) / (scores[i] - scores[i - 1]);
                    return values[i - 1] + part * (values[i] - values[i - 1]);
                }
            }
            return values[values.length - 1];
        }
    }

    // The quantiles .02 .10 .25 .50 .75 .90 .98, and an end either way.
    private static final Scale ENERGY =
            new Scale(
                    new double[] {-10, -7.3, -6.2, -4.75, -3.65, -2.6, -1.55, -.5, 1},
                    new double[] {0, .264, .443, .579, .722, .843, .921, .973, 1});
    private static final Scale DANCEABILITY =
            new Scale(
                    new double[] {-2, -1.15, .6, .95, 1.6, 2, 2.35, 2.55, 3},
                    new double[] {0, .313, .453, .561, .67, .76, .83, .904, 1});
    private static final Scale ACOUSTICNESS =
            new Scale(
                    new double[] {-5, -4.2, -3.3, -1.55, -.1, 1.7, 3, 5.2, 8},
                    new double[] {0, .001, .002, .014, .08, .26, .524, .837, 1});

    /// The last two points are synthesised speech, alone.
    private static final Scale SPEECHINESS =
            new Scale(
                    new double[] {-6.5, -5.7, -5.2, -4.85, -4.3, -3.55, -2.8, -1.25, 2, 4},
                    new double[] {.02, .027, .033, .041, .063, .133, .267, .41, .9, .97});
    private static final Scale VALENCE =
            new Scale(
                    new double[] {-3, -1.9, -1.4, -.85, -.3, .55, 1.65, 2.05, 3},
                    new double[] {0, .076, .19, .329, .512, .695, .831, .941, 1});

    /// Over the score of speech: most of what is not speech is held to be instrumental.
    private static final Scale INSTRUMENTALNESS =
            new Scale(new double[] {-5.5, -3.5, -1, 2}, new double[] {.9, .8, .5, .02});

    private final Timbre timbre;
    private final Tempo tempo;
    private final Loudness loudness;

    /// log2 of onsets a second over 4.5, of the centroid over 400 Hz.
    private final double density;

    private final double brightness;
    private final double contrast;
    private final double liveliness;
    private final double beat;

    private CharacterEstimator(
            Timbre timbre, RhythmPattern rhythm, Tempo tempo, Loudness loudness) {
        this.timbre = timbre;
        this.tempo = tempo;
        this.loudness = loudness;
        density = log2((rhythm.onsetsPerSecond() + .5) / 4.5);
        brightness = Math.max(4.9, timbre.value(Part.SHAPE, 0)) - log2(400);
        contrast = mean(Part.CONTRAST, 2, 6) - 25;
        liveliness = mean(Part.MFCC_CHANGE, 0, 12) - 5;
        beat = rhythm.beatStrength();
    }

    static TrackCharacter estimate(
            Timbre timbre, RhythmPattern rhythm, Tempo tempo, Loudness loudness) {
        CharacterEstimator of = new CharacterEstimator(timbre, rhythm, tempo, loudness);
        return new TrackCharacter(
                1 + 9 * ENERGY.of(of.energy()),
                DANCEABILITY.of(of.dance()),
                ACOUSTICNESS.of(of.acoustic()),
                INSTRUMENTALNESS.of(of.speech()),
                SPEECHINESS.of(of.speech()),
                VALENCE.of(of.cheer()));
    }

    /// Loud, dense, bright, noisy, lively.
    private double energy() {
        return loudness.integratedLufs() / 3
                + 1.2 * density
                + .7 * (brightness + .19)
                - .06 * contrast
                + .2 * liveliness;
    }

    /// A strong and certain beat near 118 BPM, bass, an even level.
    private double dance() {
        double pace = tempo.bpm() > 0 ? -Math.abs(log2(tempo.bpm() / 118)) : -1;
        return 2.5 * beat
                + .8 * tempo.confidence()
                + pace
                - .04 * loudness.rangeLu()
                + .02 * Math.max(-30, timbre.value(Part.BALANCE, 0));
    }

    /// Tones that stand out, little below 75 Hz, soft, few hard changes, few onsets.
    private double acoustic() {
        return contrast / 4
                - (Math.max(-40, timbre.value(Part.BALANCE, 0)) + 18) / 12
                - (loudness.integratedLufs() + 12) / 5
                - liveliness / 1.5
                - density;
    }

    /// Syllables at 4 Hz with pauses between, quick change of sound, no beat.
    private double speech() {
        return 3 * (timbre.value(Part.LEVEL, 3) - .4)
                + 3 * (timbre.value(Part.LEVEL, 2) - .3)
                + .4 * (liveliness - 3)
                - 3 * beat;
    }

    /// Major, fast, dense, bright, with a beat, even.
    private double cheer() {
        return .8 * timbre.value(Part.MODE, 0)
                + 2 * (timbre.value(Part.CHORDS, 1) - .55)
                + .8 * log2((tempo.bpm() > 0 ? tempo.bpm() : 90) / 118)
                + .5 * density
                + .3 * brightness
                + beat
                - .6
                - .03 * (loudness.rangeLu() - 4);
    }

    private double mean(Part part, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += timbre.value(part, i);
        }
        return sum / (to - from);
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
