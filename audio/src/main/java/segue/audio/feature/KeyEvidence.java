package segue.audio.feature;

/// What speaks for a key, summed over a track: pitch classes, bass notes, chords, the chords at
/// both ends, and how the music comes to and leaves each chord. Seen from a tonic, all of it is
/// one row of [#SIZE] numbers, so what holds for one key holds for all twelve transpositions.
///
/// State does not grow. Not thread-safe.
final class KeyEvidence {

    /// Numbers in a row: 12 pitch classes, 12 bass notes, 24 chords, 24 at the beginning, 24 at the
    /// end, 48 steps from and to the tonic chords.
    static final int SIZE = 12 + 12 + 24 + 24 + 24 + 48;

    private static final int CHORDS = ChordFollower.CHORDS;
    private static final int LAG = 3; // windows between a chord and the one it moved to
    private static final double EDGE = Math.exp(-1 / 10.0); // beginning and end: 10 windows

    private final ChordFollower follower = new ChordFollower();
    private final double[] windowTreble = new double[12];
    private final double[] windowBass = new double[12];
    private final double[] treble = new double[12];
    private final double[] squares = new double[12];
    private final double[] bass = new double[12];
    private final double[] chords = new double[CHORDS];
    private final double[] first = new double[CHORDS];
    private final double[] last = new double[CHORDS];
    private final double[][] recent = new double[LAG][CHORDS];
    private final double[][] steps = new double[CHORDS][CHORDS];
    private double firstWeight = 1;
    private double fits;
    private long windows;
    private long judged;
    private int sounding = -1;
    private int rival = -1;
    private long changes;

    /// Takes a window's notes, as [HarmonyFrames] gives them.
    void accept(float[] low, float[] high) {
        double sum = 1e-12;
        for (int pitch = 0; pitch < 12; pitch++) sum += low[pitch] + high[pitch];
        for (int pitch = 0; pitch < 12; pitch++) {
            double both = (high[pitch] + 0.5 * low[pitch]) / sum;
            windowTreble[pitch] = both;
            windowBass[pitch] = low[pitch] / sum;
            treble[pitch] += both;
            squares[pitch] += both * both;
            bass[pitch] += windowBass[pitch];
        }
        windows++;
        if (follower.accept(windowTreble, windowBass)) judge();
    }

    /// Nothing follows.
    void finish() {
        if (follower.finish()) judge();
    }

    /// Windows heard that were not silent.
    long windows() {
        return windows;
    }

    /// How much like chords it sounded, on average: see [ChordFollower#fit].
    double fit() {
        return judged == 0 ? 0 : fits / judged;
    }

    private void judge() {
        double[] beliefs = follower.beliefs();
        double[] before = recent[(int) (judged % LAG)];
        int best = 0;
        for (int chord = 0; chord < CHORDS; chord++) {
            double belief = beliefs[chord];
            if (belief > beliefs[best]) best = chord;
            chords[chord] += belief;
            first[chord] += belief * firstWeight;
            last[chord] = last[chord] * EDGE + belief;
        }
        if (judged >= LAG) {
            for (int from = 0; from < CHORDS; from++) {
                if (before[from] < 1e-4) continue;
                for (int to = 0; to < CHORDS; to++) steps[from][to] += before[from] * beliefs[to];
            }
        }
        System.arraycopy(beliefs, 0, before, 0, CHORDS);
        firstWeight *= EDGE;
        fits += follower.fit();
        judged++;
        count(best);
    }

    /// A chord has changed when another one has been heard twice running.
    private void count(int best) {
        if (best != sounding && best == rival) {
            if (sounding >= 0) changes++;
            sounding = best;
        }
        rival = best;
    }

    /// The rows of all twelve tonics, in the order C … B; every group scaled to a like size.
    double[][] rows() {
        double[][] rows = new double[12][SIZE];
        double inner = 1e-12;
        for (int from = 0; from < CHORDS; from++) {
            for (int to = 0; to < CHORDS; to++) inner += from == to ? 0 : steps[from][to];
        }
        for (int tonic = 0; tonic < 12; tonic++) {
            double[] row = rows[tonic];
            int at = put(row, 0, treble, tonic, 10 / sum(treble));
            at = put(row, at, bass, tonic, 3 / sum(bass));
            at = put(row, at, chords, tonic, 10 / sum(chords));
            at = put(row, at, first, tonic, 3 / sum(first));
            at = put(row, at, last, tonic, 3 / sum(last));
            for (int from = 0; from < CHORDS; from++) {
                for (int to = 0; to < CHORDS; to++) {
                    if (from == to) continue;
                    double share = 20 * steps[turn(from, tonic)][turn(to, tonic)] / inner;
                    if (to % 12 == 0) row[at + (to == 0 ? 0 : 12) + from % 12] += share;
                    if (from % 12 == 0) row[at + (from == 0 ? 24 : 36) + to % 12] += share;
                }
            }
        }
        return rows;
    }

    private static int put(double[] row, int at, double[] values, int tonic, double scale) {
        for (int i = 0; i < values.length; i++) row[at + i] = values[turn(i, tonic)] * scale;
        return at + values.length;
    }

    /// The place of what lies `i` above the tonic, within its dozen.
    private static int turn(int i, int tonic) {
        return i / 12 * 12 + (i + tonic) % 12;
    }

    private static double sum(double[] values) {
        double sum = 1e-12;
        for (double value : values) sum += value;
        return sum;
    }

    /// What the similarity of tracks can use of all this.
    Chroma chroma(double secondsPerWindow) {
        double[] means = new double[12];
        double[] deviations = new double[12];
        if (windows == 0) return new Chroma(means, deviations, 0, 0, 0);
        double major = 0;
        for (int chord = 0; chord < 12; chord++) major += chords[chord];
        for (int pitch = 0; pitch < 12; pitch++) {
            means[pitch] = treble[pitch] / windows;
            deviations[pitch] =
                    Math.sqrt(Math.max(0, squares[pitch] / windows - means[pitch] * means[pitch]));
        }
        return new Chroma(
                means,
                deviations,
                changes / (windows * secondsPerWindow),
                major / sum(chords),
                fit());
    }
}
