package segue.audio.feature;

import java.util.SplittableRandom;
import segue.audio.dsp.Stft;

/// Sounds that tests listen to: mono, 22,050 Hz.
final class Signals {

    static final int RATE = Stft.SAMPLE_RATE;

    private Signals() {}

    static float[] noise(long seed, double seconds, double level) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] sound = new float[(int) (seconds * RATE)];
        for (int n = 0; n < sound.length; n++) {
            sound[n] = (float) (level * (2 * random.nextDouble() - 1));
        }
        return sound;
    }

    /// A chance melody in three voices, three notes a second, each dying away.
    static float[] melody(long seed, double seconds) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] sound = new float[(int) (seconds * RATE)];
        int note = RATE / 3;
        for (int start = 0; start < sound.length; start += note) {
            for (int voice = 0; voice < 3; voice++) {
                double hertz = 220 * Math.pow(2, random.nextInt(36) / 12.0);
                for (int n = start; n < Math.min(sound.length, start + note); n++) {
                    double time = (double) (n - start) / RATE;
                    double fall = .12 * Math.exp(-6 * time);
                    for (int partial = 1; partial <= 4; partial++) {
                        double angle = 2 * Math.PI * hertz * partial * time;
                        sound[n] += (float) (fall / partial * Math.sin(angle));
                    }
                }
            }
        }
        return sound;
    }

    /// Bursts of noise, 20 ms each.
    static float[] clicks(double bpm, double seconds) {
        float[] sound = noise(5, seconds, .5);
        double period = 60 / bpm * RATE;
        for (int n = 0; n < sound.length; n++) {
            if (n % period > .02 * RATE) {
                sound[n] = 0;
            }
        }
        return sound;
    }

    static float[] sine(double hertz, double seconds, double level) {
        float[] sound = new float[(int) (seconds * RATE)];
        for (int n = 0; n < sound.length; n++) {
            sound[n] = (float) (level * Math.sin(2 * Math.PI * hertz * n / RATE));
        }
        return sound;
    }

    static float[] silence(double seconds) {
        return new float[(int) (seconds * RATE)];
    }

    static float[] joined(float[]... parts) {
        int length = 0;
        for (float[] part : parts) {
            length += part.length;
        }
        float[] all = new float[length];
        int at = 0;
        for (float[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }

    static float[] mixed(float[] one, float[] other) {
        float[] sum = one.clone();
        for (int n = 0; n < Math.min(one.length, other.length); n++) {
            sum[n] += other[n];
        }
        return sum;
    }

    static float[] scaled(float[] sound, double gain) {
        float[] out = sound.clone();
        for (int n = 0; n < out.length; n++) {
            out[n] *= (float) gain;
        }
        return out;
    }

    /// Heard in blocks of a size.
    static Hearing.Heard heard(float[] sound, int block, double lufs) {
        Hearing hearing = new Hearing(TempoPrior.DEFAULTS);
        float[] buffer = new float[block];
        for (int from = 0; from < sound.length; from += block) {
            int count = Math.min(block, sound.length - from);
            System.arraycopy(sound, from, buffer, 0, count);
            hearing.accept(buffer, count);
        }
        return hearing.finish(new Loudness(lufs, 3, -1), (double) sound.length / RATE);
    }

    static Hearing.Heard heard(float[] sound) {
        return heard(sound, 4096, -14);
    }
}
