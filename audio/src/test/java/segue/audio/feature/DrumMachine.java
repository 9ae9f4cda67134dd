package segue.audio.feature;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import segue.audio.dsp.MelBands;
import segue.audio.dsp.OnsetStrength;
import segue.audio.dsp.Stft;

/// Sounds of known tempo for tests, mono at the shared rate.
final class DrumMachine {

    static final int RATE = Stft.SAMPLE_RATE;

    private DrumMachine() {}

    /// Short tones of 1 kHz, the first after `phase` seconds.
    static float[] clicks(double bpm, double phase, double seconds) {
        float[] sound = silence(seconds);
        for (double t = phase; t < seconds; t += 60 / bpm) {
            tone(sound, t, 1000, .004, .5);
        }
        return sound;
    }

    /// A bar again and again; kick, snare and hat are rows of steps, `x` where one sounds.
    static float[] drums(
            double bpm,
            int stepsPerBeat,
            double start,
            double seconds,
            String kick,
            String snare,
            String hat) {
        float[] sound = silence(seconds);
        SplittableRandom random = new SplittableRandom(5);
        double step = 60 / bpm / stepsPerBeat;
        for (int k = 0; start + k * step < seconds - .3; k++) {
            double t = start + k * step;
            if (kick.charAt(k % kick.length()) == 'x') {
                tone(sound, t, 60, .06, .8);
            }
            if (snare.charAt(k % snare.length()) == 'x') {
                tone(sound, t, 190, .03, .3);
                hiss(sound, t, .04, .3, random);
            }
            if (hat.charAt(k % hat.length()) == 'x') {
                hiss(sound, t, .008, .15, random);
            }
        }
        return sound;
    }

    static float[] rock(double bpm, double start, double seconds) {
        return drums(bpm, 2, start, seconds, "x...xx..", "..x...x.", "xxxxxxxx");
    }

    static float[] silence(double seconds) {
        return new float[(int) (seconds * RATE)];
    }

    static float[] noise(double seconds, long seed) {
        float[] sound = silence(seconds);
        SplittableRandom random = new SplittableRandom(seed);
        for (int n = 0; n < sound.length; n++) {
            sound[n] = (float) (.2 * random.nextGaussian());
        }
        return sound;
    }

    static float[] joined(float[] first, float[] second) {
        float[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    static OnsetStrength onsets(float[] sound) {
        MelBands mel = OnsetStrength.bands();
        OnsetStrength onsets = new OnsetStrength(mel);
        Stft stft = new Stft(List.of(mel, onsets));
        stft.accept(sound, 0, sound.length);
        stft.finish();
        return onsets;
    }

    private static void tone(float[] sound, double t, double hertz, double decay, double size) {
        int from = (int) Math.round(t * RATE);
        for (int n = 0; n < 5 * decay * RATE && from + n < sound.length; n++) {
            double seconds = (double) n / RATE;
            sound[from + n] +=
                    (float)
                            (size
                                    * Math.exp(-seconds / decay)
                                    * Math.sin(2 * Math.PI * hertz * seconds));
        }
    }

    private static void hiss(
            float[] sound, double t, double decay, double size, SplittableRandom random) {
        int from = (int) Math.round(t * RATE);
        for (int n = 0; n < 5 * decay * RATE && from + n < sound.length; n++) {
            double seconds = (double) n / RATE;
            sound[from + n] +=
                    (float) (size * Math.exp(-seconds / decay) * (2 * random.nextDouble() - 1));
        }
    }
}
