package segue.audio.compose;

/// The mixing desk: parts and drums on two channels, sends to echo and reverb, then the master.
final class Mix {

    private static final float KNEE = .6f;
    private static final float CEILING = .98f;

    private final float[] left;
    private final float[] right;
    private final float[] echo;
    private final float[] reverb;

    Mix(int frames) {
        left = new float[frames];
        right = new float[frames];
        echo = new float[frames];
        reverb = new float[frames];
    }

    /// Adds a tuned part.
    void add(float[] bus, Patch.Space space, Role role) {
        float pan =
                switch (role) {
                    case BASS, LEAD -> 0;
                    case CHORDS -> -.25f;
                    case ARPEGGIO -> .3f;
                    case PAD -> .1f;
                };
        float gain =
                switch (role) {
                    case BASS -> .62f;
                    case CHORDS -> .42f;
                    case ARPEGGIO -> .38f;
                    case PAD -> .3f;
                    case LEAD -> .5f;
                };
        float wet = (float) (.7 * space.chorus());
        if (wet > .05) {
            Effects.chorus(bus, left, gain * (1 - pan), gain * wet, 0);
            Effects.chorus(bus, right, gain * (1 + pan), gain * wet, .4);
        } else {
            add(bus, left, gain * (1 - pan));
            add(bus, right, gain * (1 + pan));
        }
        if (space.echo() > .02) {
            add(bus, echo, (float) (gain * .6 * space.echo()));
        }
        if (space.reverb() > .02) {
            add(bus, reverb, (float) (gain * space.reverb()));
        }
    }

    /// Adds a drum at frame `begin`.
    void add(float[] sound, int begin, float gain, Drum drum) {
        float pan =
                switch (drum) {
                    case HAT, OPEN_HAT -> .25f;
                    case RIDE, SHAKER -> -.3f;
                    case TOM_LOW, CONGA_LOW -> -.35f;
                    case TOM_HIGH, CONGA_HIGH -> .35f;
                    case RIM, COWBELL -> .15f;
                    default -> 0;
                };
        float sent = drum == Drum.KICK ? 0 : .12f * gain;
        int length = Math.min(sound.length, left.length - begin);
        for (int i = 0; i < length; i++) {
            left[begin + i] += gain * (1 - pan) * sound[i];
            right[begin + i] += gain * (1 + pan) * sound[i];
            reverb[begin + i] += sent * sound[i];
        }
    }

    /// Effects, tone, noise, loudness, limit.
    Stereo finish(Piece piece) {
        Palette.Room room = piece.palette().room();
        new Echo(45 / piece.bpm()).add(echo, left, right);
        Reverb hall = new Reverb(room);
        float wet = (float) (.35 * room.wet());
        hall.add(reverb, left, 0, wet);
        hall.add(reverb, right, 23, wet);
        tilt(left, room.tilt());
        tilt(right, room.tilt());
        noise(room.noise(), piece.seed());
        float gain = (float) (room.rms() / rms());
        limit(left, gain);
        limit(right, gain);
        return new Stereo(left, right);
    }

    /// Turns the bass down and the treble up by `decibels` (or the reverse) around 700 Hz, and
    /// removes what cannot be heard.
    private static void tilt(float[] samples, double decibels) {
        float highGain = (float) StrictMath.pow(10, decibels / 20);
        float lowGain = 1 / highGain;
        float pole = (float) (1 - StrictMath.exp(-2 * Math.PI * 700 / Synthesizer.SAMPLE_RATE));
        float drift = (float) (1 - StrictMath.exp(-2 * Math.PI * 22 / Synthesizer.SAMPLE_RATE));
        float low = 0;
        float steady = 0;
        for (int i = 0; i < samples.length; i++) {
            float sample = samples[i];
            steady += drift * (sample - steady) + 1e-18f;
            sample -= steady;
            low += pole * (sample - low);
            samples[i] = lowGain * low + highGain * (sample - low);
        }
    }

    /// Hiss, and now and then a crackle.
    private void noise(double amount, long seed) {
        Noise noise = new Noise(seed);
        float hiss = (float) (.002 * amount);
        float crackle = (float) (.12 * amount);
        for (int i = 0; i < left.length; i++) {
            float one = noise.next();
            float other = noise.next();
            left[i] += hiss * one;
            right[i] += hiss * other;
            if (amount > .25 && one > .9998f) {
                left[i] += crackle * other;
                right[i] += crackle * other;
            }
        }
    }

    private double rms() {
        double sum = 1e-6;
        for (int i = 0; i < left.length; i++) {
            sum += left[i] * left[i] + right[i] * right[i];
        }
        return Math.sqrt(sum / (2.0 * left.length));
    }

    /// Straight below the knee, bent above it, never beyond the ceiling.
    private static void limit(float[] samples, float gain) {
        float room = CEILING - KNEE;
        for (int i = 0; i < samples.length; i++) {
            float sample = gain * samples[i];
            float over = Math.abs(sample) - KNEE;
            if (over > 0) {
                over /= room;
                sample = Math.copySign(KNEE + room * over / (1 + over), sample);
            }
            samples[i] = sample;
        }
    }

    private static void add(float[] from, float[] to, float gain) {
        for (int i = 0; i < from.length; i++) {
            to[i] += gain * from[i];
        }
    }
}
