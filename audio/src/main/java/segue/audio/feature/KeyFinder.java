package segue.audio.feature;

import segue.audio.dsp.Stft;

/// Finds the key of a track: notes by long windows ([HarmonyFrames]), chords ([ChordFollower]),
/// and all that speaks for each of the 24 keys ([KeyEvidence]), weighed by what was learned
/// ([KeyWeights]). Pitch classes alone mistake a key for its neighbours on the wheel; the bass, the
/// steps from and to the tonic chord and the chords at both ends tell them apart.
///
/// After Gómez, "Tonal description of polyphonic audio for music content processing" (2006), and
/// Noland and Sandler, "Key estimation using a hidden Markov model" (ISMIR 2006), who count chord
/// steps. About 0.37 ms of one core for a second of audio; state does not grow beyond a megabyte.
/// Not thread-safe.
public final class KeyFinder {

    /// Below the first nothing is a chord (noise, drums, speech); above the second all are.
    private static final double UNCLEAR = 0.7;

    private static final double CLEAR = 0.8;

    /// Windows (186 ms) that a confident answer needs.
    private static final double ENOUGH = 20;

    private final KeyEvidence evidence = new KeyEvidence();
    private final HarmonyFrames frames = new HarmonyFrames(evidence::accept);
    private boolean finished;

    /// Takes samples: mono, 22,050 Hz.
    public void accept(float[] block, int offset, int n) {
        if (finished) throw new IllegalStateException("finish() was called before");
        frames.accept(block, offset, n);
    }

    /// Ends the track. C major with confidence 0 if nothing was heard.
    public KeyEstimate finish() {
        end();
        if (evidence.windows() == 0) {
            return new KeyEstimate(new Key(0, false), new Key(9, true), 0, 0);
        }
        double[] shares = KeyWeights.shares(evidence.rows());
        int best = 0;
        int second = -1;
        for (int key = 1; key < shares.length; key++) {
            if (shares[key] > shares[best]) {
                second = best;
                best = key;
            } else if (second < 0 || shares[key] > shares[second]) {
                second = key;
            }
        }
        return new KeyEstimate(
                key(best), key(second), shares[best] * clarity(), frames.tuningCents());
    }

    /// The harmony in numbers, once [#finish] was called.
    public Chroma chroma() {
        if (!finished) throw new IllegalStateException("finish() comes first");
        return evidence.chroma((double) HarmonyFrames.HOP / Stft.SAMPLE_RATE);
    }

    private void end() {
        if (finished) return;
        finished = true;
        frames.finish();
        evidence.finish();
    }

    private double clarity() {
        double chords = Math.clamp((evidence.fit() - UNCLEAR) / (CLEAR - UNCLEAR), 0, 1);
        return chords * Math.min(1, evidence.windows() / ENOUGH);
    }

    private static Key key(int index) {
        return new Key(index % 12, index >= 12);
    }
}
