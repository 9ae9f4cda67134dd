package segue.audio.compose;

import java.util.Arrays;
import segue.audio.compose.Patch.Filter;
import segue.audio.compose.Patch.Shape;
import segue.audio.compose.Patch.Source;
import segue.audio.compose.Patch.Tone;

/// Renders single notes of one patch. Not thread-safe: the work space is used again.
final class Voice {

    /// Samples between two turns of the knobs.
    private static final int CONTROL = 64;

    /// A filter above this is left out.
    private static final double OPEN_HERTZ = 8000;

    private static final double RATE = Synthesizer.SAMPLE_RATE;
    private static final float[] DRAWBARS = {.5f, 1, .6f, .4f, .25f, .15f};
    private static final float[] HARMONICS = {.5f, 1, 1.5f, 2, 3, 4};

    private final Patch patch;
    private final double wobbleHertz;
    private final LowPass lowPass = new LowPass();
    private float[] work = new float[0];
    private long count;

    /// @param wobbleHertz how often a wobbling filter opens
    Voice(Patch patch, double wobbleHertz) {
        this.patch = patch;
        this.wobbleHertz = wobbleHertz;
    }

    /// Adds a note to `bus`, from sample `begin`.
    ///
    /// @param hertz its pitch
    /// @param seconds how long it is held
    /// @param velocity 0..1; loud notes are brighter
    void add(float[] bus, int begin, double hertz, double seconds, double velocity) {
        Shape shape = patch.shape();
        int held = (int) (Math.max(seconds, shape.attack()) * RATE);
        int length = Math.min(held + (int) (1.6 * shape.release() * RATE), bus.length - begin);
        if (length <= 0) {
            return;
        }
        if (work.length < length) {
            work = new float[length + (length >> 1)];
        }
        source(length, hertz, velocity);
        if (patch.filter().hertz() < OPEN_HERTZ) {
            filter(length, hertz, begin / RATE, velocity);
        }
        float gain = (float) (patch.level() * velocity * Math.sqrt(velocity));
        shaped(bus, begin, length, held, gain);
        count++;
    }

    private void source(int length, double hertz, double velocity) {
        Tone tone = patch.tone();
        if (tone.source() == Source.STRING) {
            double bright = tone.index() * (.5 + .5 * velocity);
            PluckedString.render(work, length, hertz, bright, 2 * patch.shape().decay(), count);
            return;
        }
        Arrays.fill(work, 0, length, 0);
        if (tone.source() == Source.FM) {
            fm(length, hertz, velocity);
        } else if (tone.source() == Source.ORGAN) {
            for (int i = 0; i < DRAWBARS.length; i++) {
                oscillator(Source.SINE, length, hertz * HARMONICS[i], .35f * DRAWBARS[i], i * .17f);
            }
        } else {
            int voices = tone.voices();
            float gain = (float) (.5 / Math.sqrt(voices));
            for (int i = 0; i < voices; i++) {
                double spread = voices == 1 ? 0 : 2.0 * i / (voices - 1) - 1;
                double cents = spread * tone.detuneCents() / 2;
                float phase = (float) ((count * .381966 + i * .618034) % 1);
                oscillator(tone.source(), length, hertz * ratio(cents), gain, phase);
            }
        }
        if (tone.sub() > 0) {
            oscillator(Source.SINE, length, hertz / 2, (float) (.5 * tone.sub()), 0);
        }
    }

    private void oscillator(Source source, int length, double hertz, float gain, float phase) {
        double cents = patch.tone().vibratoCents();
        float p = phase;
        float q = (phase + .5f) % 1;
        int block = cents == 0 ? length : CONTROL;
        for (int from = 0; from < length; from += block) {
            int to = Math.min(length, from + block);
            double now = hertz;
            if (cents > 0) {
                double deep = Math.min(1, from / (.4 * RATE));
                now *= 1 + cents * deep * 5.8e-4 * Wave.sine((float) (from * 5.3 / RATE));
            }
            float step = (float) Math.min(.45, now / RATE);
            switch (source) {
                case SINE -> p = Wave.addSine(work, from, to, p, step, gain);
                case TRIANGLE -> p = Wave.addTriangle(work, from, to, p, step, gain);
                case PULSE -> {
                    p = Wave.addSaw(work, from, to, p, step, gain);
                    q = Wave.addSaw(work, from, to, q, step, -gain);
                }
                default -> p = Wave.addSaw(work, from, to, p, step, gain);
            }
        }
    }

    private void fm(int length, double hertz, double velocity) {
        Tone tone = patch.tone();
        float step = (float) (hertz / RATE);
        float modStep = (float) Math.min(.45, hertz * tone.ratio() / RATE);
        float depth = (float) (tone.index() * (.4 + .6 * velocity) / (2 * Math.PI));
        float fade = (float) StrictMath.exp(-1.6 / (patch.shape().decay() * RATE));
        float p = 0;
        float m = 0;
        for (int i = 0; i < length; i++) {
            work[i] = .6f * Wave.sine(p + 4 + depth * Wave.sine(m));
            depth *= fade;
            p += step;
            p = p >= 1 ? p - 1 : p;
            m += modStep;
            m = m >= 1 ? m - 1 : m;
        }
    }

    private void filter(int length, double hertz, double beginSeconds, double velocity) {
        Filter filter = patch.filter();
        double base =
                LowPass.octaves(filter.hertz())
                        + .5 * (LowPass.octaves(hertz) - LowPass.octaves(261.6))
                        + .8 * (velocity - .8);
        double sweep = filter.sweepOctaves();
        double fade = StrictMath.exp(-CONTROL / (filter.sweepSeconds() * RATE));
        lowPass.clear();
        for (int from = 0; from < length; from += CONTROL) {
            int to = Math.min(length, from + CONTROL);
            double open = sweep;
            if (filter.wobble()) {
                double phase = (beginSeconds + from / RATE) * wobbleHertz;
                open = filter.sweepOctaves() * (.5 - .5 * Wave.sine((float) (phase + .25)));
            } else {
                sweep *= fade;
            }
            lowPass.run(work, from, to, base + open, filter.resonance());
        }
    }

    private void shaped(float[] bus, int begin, int length, int held, float gain) {
        Shape shape = patch.shape();
        int attack = Math.max(1, (int) (shape.attack() * RATE));
        boolean string = patch.tone().source() == Source.STRING;
        float sustain = string ? 1 : (float) shape.sustain();
        float fall = (float) StrictMath.exp(-2.2 / (shape.decay() * RATE));
        float release = (float) StrictMath.exp(-4 / (shape.release() * RATE));
        float level = 0;
        float up = 1f / attack;
        int fade = Math.max(0, length - 128);
        for (int i = 0; i < length; i++) {
            if (i < attack) {
                level += up;
            } else if (i < held) {
                level = sustain + (level - sustain) * fall;
            } else {
                level *= release;
            }
            float out = gain * level * work[i];
            bus[begin + i] += i < fade ? out : out * (length - i) / 128;
        }
    }

    static double ratio(double cents) {
        return StrictMath.pow(2, cents / 1200);
    }
}
