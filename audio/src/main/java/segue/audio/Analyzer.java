package segue.audio;

import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import segue.audio.decode.Decoder;
import segue.audio.feature.Hearing;
import segue.audio.feature.Loudness;
import segue.audio.feature.LoudnessMeter;
import segue.audio.feature.TempoPrior;
import segue.audio.tag.TagReader;

/// Hears a file through once and says all that is known of it: the one class that wires
/// decoder, tags and features.
public final class Analyzer {

    private Analyzer() {}

    /// Analyses one file. Memory does not grow with its length.
    ///
    /// @param stop asked often: true ends the work with
    ///   [segue.core.run.SegueException.Cancelled]
    /// @throws segue.core.run.SegueException.NotFound when there is no such file
    /// @throws segue.core.run.SegueException.BadInput when it is no audio file that can be
    ///   decoded
    public static TrackProfile analyze(Path file, BooleanSupplier stop) {
        return analyze(file, file.getFileName(), stop);
    }

    /// Analyses one file of a collection.
    ///
    /// @param name its path below the collection's folder, which tells what its tags may not
    public static TrackProfile analyze(Path file, Path name, BooleanSupplier stop) {
        return analyze(file, name, TempoPrior.DEFAULTS, stop);
    }

    /// Analyses one file of a collection of which something is known beforehand.
    ///
    /// @param prior what is expected of the tempo
    public static TrackProfile analyze(
            Path file, Path name, TempoPrior prior, BooleanSupplier stop) {
        try (Decoder decoder = Decoder.open(file, stop)) {
            LoudnessMeter meter =
                    new LoudnessMeter(decoder.format().sampleRate(), decoder.format().speakers());
            Hearing hearing = new Hearing(prior);
            while (decoder.next()) {
                meter.accept(decoder.samples(), decoder.length());
                hearing.accept(decoder.mono(), decoder.monoLength());
            }
            Loudness loudness = meter.finish();
            return new TrackProfile(
                    decoder.format(),
                    decoder.seconds(),
                    decoder.damage(),
                    TagReader.read(file, decoder.metadata(), name),
                    loudness,
                    hearing.finish(loudness, decoder.seconds()));
        }
    }
}
