package segue.audio.compose;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/// The sounds of a kit, one array of samples a drum, rendered when first asked for. Not
/// thread-safe.
final class DrumSounds {

    private static final double RATE = Synthesizer.SAMPLE_RATE;
    private static final double[] METAL = {1, 1.342, 1.2312, 1.6532, 1.9523, 2.1523};

    private final Kit kit;
    private final Map<Drum, float[]> sounds = new EnumMap<>(Drum.class);

    DrumSounds(Kit kit) {
        this.kit = kit;
    }

    float[] of(Drum drum) {
        return sounds.computeIfAbsent(drum, this::render);
    }

    private float[] render(Drum drum) {
        float[] out =
                switch (drum) {
                    case KICK -> kick();
                    case SNARE -> snare();
                    case CLAP -> clap();
                    case RIM -> ring(1700, .05, .35, .4);
                    case HAT -> metal(kit.hatSeconds(), kit.hatHertz(), .4);
                    case OPEN_HAT -> metal(6 * kit.hatSeconds(), kit.hatHertz(), .4);
                    case RIDE -> metal(.7, kit.hatHertz() * .8, .3);
                    case CRASH -> metal(1.8, kit.hatHertz() * .6, .55);
                    case SHAKER -> metal(.07, kit.hatHertz() * .9, .3);
                    case TOM_LOW -> tom(90, .35);
                    case TOM_HIGH -> tom(150, .28);
                    case COWBELL -> ring(560, .16, 0, .3);
                    case CONGA_LOW -> ring(210, .22, .1, .5);
                    case CONGA_HIGH -> ring(330, .16, .1, .5);
                };
        if (kit.bits() < 16) {
            float steps = 1 << (kit.bits() - 1);
            for (int i = 0; i < out.length; i++) {
                out[i] = Math.round(out[i] * steps) / steps;
            }
        }
        return out;
    }

    private float[] kick() {
        float[] out = new float[(int) (1.1 * kit.kickSeconds() * RATE)];
        Noise noise = new Noise(kit.seed());
        double phase = 0;
        double fall = fall(kit.kickSeconds());
        double level = 1;
        double sweep = kit.kickSweep();
        double bend = StrictMath.exp(-1 / (.022 * RATE));
        double click = .3;
        for (int i = 0; i < out.length; i++) {
            phase += kit.kickHertz() * StrictMath.exp(sweep * .6931) / RATE;
            sweep *= bend;
            click *= .99;
            out[i] = (float) (level * (Wave.sine((float) (phase + .1)) + click * noise.next()));
            level *= fall;
        }
        return faded(out);
    }

    private float[] snare() {
        float[] out = new float[(int) (1.2 * kit.snareSeconds() * RATE)];
        Noise noise = new Noise(kit.seed() + 1);
        double body = 1 - kit.snareNoise();
        double bodyFall = fall(kit.snareSeconds() * .5);
        double rattle = kit.snareNoise();
        double rattleFall = fall(kit.snareSeconds());
        float last = 0;
        for (int i = 0; i < out.length; i++) {
            double t = i / RATE;
            float white = noise.next();
            float high = white - .6f * last;
            last = white;
            double tone =
                    Wave.sine((float) (t * kit.snareHertz()))
                            + .6 * Wave.sine((float) (t * kit.snareHertz() * 1.62));
            out[i] = (float) (.75 * (body * tone + rattle * high));
            body *= bodyFall;
            rattle *= rattleFall;
        }
        return faded(out);
    }

    private float[] clap() {
        float[] out = new float[(int) (.25 * RATE)];
        Noise noise = new Noise(kit.seed() + 2);
        double fall = fall(.2);
        double level = 1;
        int burst = (int) (.009 * RATE);
        LowPass band = new LowPass();
        float[] low = new float[out.length];
        for (int i = 0; i < out.length; i++) {
            level = i < 3 * burst && i % burst == 0 ? 1 : level * (i < 3 * burst ? .992 : fall);
            out[i] = (float) (1.1 * level * noise.next());
            low[i] = out[i];
        }
        band.run(low, 0, low.length, LowPass.octaves(700), 0);
        for (int i = 0; i < out.length; i++) {
            out[i] -= low[i];
        }
        return faded(out);
    }

    private float[] metal(double seconds, double hertz, double gain) {
        float[] out = new float[(int) (1.1 * seconds * RATE)];
        Noise noise = new Noise(kit.seed() + (long) (seconds * 1000));
        double fall = fall(seconds);
        double level = gain;
        for (int i = 0; i < out.length; i++) {
            float ring = 0;
            if (kit.metal() > 0) {
                for (double partial : METAL) {
                    ring += (float) (i * partial * 3140 / RATE) % 1 < .5f ? .3f : -.3f;
                }
            }
            float white = noise.next();
            out[i] = (float) (level * (kit.metal() * ring + (1 - .5 * kit.metal()) * white));
            level *= fall;
        }
        float[] low = Arrays.copyOf(out, out.length);
        new LowPass().run(low, 0, low.length, LowPass.octaves(hertz), .2);
        for (int i = 0; i < out.length; i++) {
            out[i] -= low[i];
        }
        return faded(out);
    }

    private float[] tom(double hertz, double seconds) {
        float[] out = new float[(int) (1.1 * seconds * RATE)];
        double fall = fall(seconds);
        double level = .9;
        double phase = 0;
        for (int i = 0; i < out.length; i++) {
            phase += hertz * (1 + .5 * level * level) / RATE;
            out[i] = (float) (level * Wave.sine((float) phase));
            level *= fall;
        }
        return faded(out);
    }

    /// A struck thing with two partials and a little noise.
    private float[] ring(double hertz, double seconds, double noisy, double gain) {
        float[] out = new float[(int) (1.1 * seconds * RATE)];
        Noise noise = new Noise(kit.seed() + 3);
        double fall = fall(seconds);
        double level = gain;
        for (int i = 0; i < out.length; i++) {
            double t = i * hertz / RATE;
            double tone = Wave.sine((float) t) + .5 * Wave.sine((float) (t * 1.48));
            out[i] = (float) (level * (tone + noisy * noise.next()));
            level *= fall;
        }
        return faded(out);
    }

    private static double fall(double seconds) {
        return StrictMath.pow(.001, 1 / (seconds * RATE));
    }

    private static float[] faded(float[] out) {
        int fade = Math.min(200, out.length);
        for (int i = 0; i < fade; i++) {
            out[out.length - 1 - i] *= (float) i / fade;
        }
        return out;
    }
}
