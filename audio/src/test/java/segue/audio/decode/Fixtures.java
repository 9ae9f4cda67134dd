package segue.audio.decode;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Audio files for tests, made on the spot.
public final class Fixtures {

    /// Endings of the formats that can be made here, the lossless ones first.
    public static final String[] ENDINGS = {
        "wav", "flac", "aiff", "alac.m4a", "mp3", "m4a", "ogg", "opus", "wma", "mka"
    };

    private Fixtures() {}

    /// Writes in the format that the name's ending stands for.
    public static Path write(Path file, int rate, Map<String, String> tags, float[]... samples) {
        String name = file.getFileName().toString();
        String ending =
                name.endsWith(".alac.m4a") ? "alac" : name.substring(name.lastIndexOf('.') + 1);
        Encoding encoding =
                switch (ending) {
                    case "wav" -> Encoding.WAV;
                    case "flac" -> Encoding.FLAC;
                    case "aiff" -> Encoding.AIFF;
                    case "alac" -> Encoding.ALAC;
                    case "mp3" -> Encoding.MP3;
                    case "m4a" -> Encoding.AAC;
                    case "ogg" -> Encoding.VORBIS;
                    case "opus" -> Encoding.OPUS;
                    case "wma" -> Encoding.WMA;
                    default -> Encoding.MATROSKA;
                };
        AudioWriter.write(file, encoding, rate, tags, samples);
        return file;
    }

    /// A WAV file of floats, whatever they are.
    public static Path floats(Path file, int rate, float[]... samples) {
        AudioWriter.write(file, Encoding.FLOAT_WAV, rate, Map.of(), samples);
        return file;
    }

    public static float[] sine(double hertz, double amplitude, int rate, double seconds) {
        float[] samples = new float[(int) (seconds * rate)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    /// What was heard of a file.
    public record Heard(
            AudioFormat format,
            double seconds,
            double monoSeconds,
            double level,
            double monoLevel,
            Optional<String> damage) {}

    /// Hears a file through; levels are root mean squares of the first channel and of the mix.
    public static Heard hear(Path file) {
        try (Decoder decoder = Decoder.open(file)) {
            double sum = 0;
            double monoSum = 0;
            long mono = 0;
            long all = 0;
            while (decoder.next()) {
                for (int i = 0; i < decoder.length(); i++) {
                    sum += Math.pow(decoder.samples()[0][i], 2);
                }
                for (int i = 0; i < decoder.monoLength(); i++) {
                    monoSum += Math.pow(decoder.mono()[i], 2);
                }
                all += decoder.length();
                mono += decoder.monoLength();
            }
            return new Heard(
                    decoder.format(),
                    decoder.seconds(),
                    (double) mono / Decoder.MONO_RATE,
                    Math.sqrt(sum / all),
                    Math.sqrt(monoSum / mono),
                    decoder.damage());
        }
    }
}
