package segue.engine.tracks;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import segue.audio.feature.Waveform;
import segue.library.Library;
import segue.library.browse.TrackFacts;

/// The waveform of a track for drawing: for each column from first to last how strong it is, 0..1.
///
/// @param peaks the strongest of the three bands
/// @param low bass to 150 Hz
/// @param mid in between
/// @param high treble above 2400 Hz
public record Peaks(
        double durationSeconds,
        List<Double> peaks,
        List<Double> low,
        List<Double> mid,
        List<Double> high) {

    public Peaks {
        peaks = List.copyOf(peaks);
        low = List.copyOf(low);
        mid = List.copyOf(mid);
        high = List.copyOf(high);
    }

    /// Empty where the track was never heard.
    ///
    /// @throws segue.core.run.SegueException.NotFound for an unknown id
    public static Optional<Peaks> of(Library library, String id) {
        TrackFacts facts = library.track(id).orElseThrow(() -> TrackPage.unknown(id));
        ByteBuffer buffer = facts.waveform().duplicate();
        if (!buffer.hasRemaining()) {
            return Optional.empty();
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        Waveform waveform = new Waveform(bytes);
        List<Double> peaks = new ArrayList<>();
        List<Double> low = new ArrayList<>();
        List<Double> mid = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int column = 0; column < waveform.columns(); column++) {
            low.add(share(waveform.low(column)));
            mid.add(share(waveform.mid(column)));
            high.add(share(waveform.high(column)));
            peaks.add(
                    share(
                            Math.max(
                                    waveform.low(column),
                                    Math.max(waveform.mid(column), waveform.high(column)))));
        }
        return Optional.of(
                new Peaks(
                        facts.measures().map(m -> m.durationSeconds()).orElse(0.0),
                        peaks,
                        low,
                        mid,
                        high));
    }

    private static double share(int height) {
        return Math.round(height / 255.0 * 1000) / 1000.0;
    }
}
