package segue.audio.compose;

/// A plucked string: noise that runs round a delay line and loses its treble (Karplus and Strong,
/// "Digital Synthesis of Plucked-String and Drum Timbres", 1983; tuned by an all-pass after Jaffe
/// and Smith, 1983).
final class PluckedString {

    private PluckedString() {}

    /// Overwrites `out[0..length)`.
    ///
    /// @param hertz the pitch
    /// @param brightness 0..1 of the pluck
    /// @param seconds until a string of 200 Hz has fallen by 60 dB
    /// @param seed of the pluck's noise
    static void render(
            float[] out, int length, double hertz, double brightness, double seconds, long seed) {
        float blend = (float) (.5 - .42 * Math.min(1, brightness));
        double period = Synthesizer.SAMPLE_RATE / hertz;
        int size = (int) (period - blend - .1);
        double rest = period - blend - size;
        float tune = (float) ((1 - rest) / (1 + rest));
        double life = seconds * StrictMath.sqrt(200 / hertz);
        float keep = (float) StrictMath.pow(.001, 1 / (hertz * life));
        float[] line = pluck(size, brightness, seed);
        int at = 0;
        float before = 0;
        float tunedIn = 0;
        float tunedOut = 0;
        for (int i = 0; i < length; i++) {
            float now = line[at];
            out[i] = now;
            float soft = keep * ((1 - blend) * now + blend * before);
            before = now;
            float tuned = tune * (soft - tunedOut) + tunedIn;
            tunedIn = soft;
            tunedOut = tuned;
            line[at] = tuned;
            if (++at == size) {
                at = 0;
            }
        }
    }

    private static float[] pluck(int size, double brightness, long seed) {
        float[] line = new float[size];
        Noise noise = new Noise(seed);
        float soft = (float) (.08 + .9 * Math.min(1, brightness));
        float last = 0;
        double sum = 0;
        for (int i = 0; i < size; i++) {
            last += soft * (noise.next() - last);
            line[i] = last;
            sum += last;
        }
        float mean = (float) (sum / size);
        double energy = 0;
        for (int i = 0; i < size; i++) {
            line[i] -= mean;
            energy += line[i] * line[i];
        }
        float gain = (float) (.5 / StrictMath.sqrt(energy / size + 1e-9));
        for (int i = 0; i < size; i++) {
            line[i] *= gain;
        }
        return line;
    }
}
