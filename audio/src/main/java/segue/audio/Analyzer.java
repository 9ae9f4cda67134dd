package segue.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import segue.audio.decode.Decoder;
import segue.audio.feature.LoudnessMeter;
import segue.audio.feature.MonoMeter;
import segue.audio.tag.TagReader;

/// Hears a file through once and says all that is known of it: the one class that wires decoder,
/// tags and features.
public final class Analyzer {

    private Analyzer() {}

    /// Analyses one file. Memory does not grow with its length.
    ///
    /// @param stop asked often: true ends the work with [segue.core.run.SegueException.Cancelled]
    /// @throws segue.core.run.SegueException.NotFound when there is no such file
    /// @throws segue.core.run.SegueException.BadInput when it is no audio file that can be decoded
    public static TrackProfile analyze(Path file, BooleanSupplier stop) {
        return analyze(file, file.getFileName(), stop);
    }

    /// Analyses one file of a collection.
    ///
    /// @param name its path below the collection's folder, which tells what its tags may not
    public static TrackProfile analyze(Path file, Path name, BooleanSupplier stop) {
        try (Decoder decoder = Decoder.open(file, stop)) {
            LoudnessMeter loudness =
                    new LoudnessMeter(decoder.format().sampleRate(), decoder.format().speakers());
            // Features of the mono signal join here.
            List<MonoMeter<?>> meters = List.of();
            while (decoder.next()) {
                loudness.accept(decoder.samples(), decoder.length());
                for (MonoMeter<?> meter : meters) {
                    meter.accept(decoder.mono(), decoder.monoLength());
                }
            }
            return new TrackProfile(
                    decoder.format(),
                    decoder.seconds(),
                    decoder.damage(),
                    TagReader.read(file, decoder.metadata(), name),
                    loudness.finish());
        }
    }
}
