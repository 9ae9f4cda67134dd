package segue.server.resource;

import java.util.List;
import java.util.Optional;
import segue.engine.tracks.TrackLine;

/// Tracks as the API shows them: what is not known is null.
final class Pictured {

    private Pictured() {}

    record TrackRow(
            String id,
            String title,
            String artist,
            Optional<String> artistId,
            String album,
            Optional<Integer> year,
            List<String> genres,
            double durationSeconds,
            double bpm,
            Optional<String> key,
            double energy,
            double loudness,
            double popularity,
            double plays,
            boolean playable) {}

    record Traits(
            double bpm,
            Optional<String> camelot,
            double energy,
            Optional<Integer> year,
            List<String> genres,
            double durationSeconds) {

        static final Traits UNKNOWN =
                new Traits(
                        Double.NaN,
                        Optional.empty(),
                        Double.NaN,
                        Optional.empty(),
                        List.of(),
                        Double.NaN);
    }

    record Tag(String name, long count) {}

    static TrackRow row(TrackLine line) {
        return new TrackRow(
                line.id(),
                line.title(),
                line.artist(),
                filled(line.artistId()),
                line.album(),
                year(line),
                line.genres(),
                line.durationSeconds(),
                line.bpm(),
                filled(line.camelot()),
                line.energy(),
                line.loudness(),
                line.popularity(),
                line.plays(),
                line.playable());
    }

    static Traits traits(TrackLine line) {
        return new Traits(
                line.bpm(),
                filled(line.camelot()),
                line.energy(),
                year(line),
                line.genres(),
                line.durationSeconds());
    }

    private static Optional<Integer> year(TrackLine line) {
        return Optional.of(line.year()).filter(year -> year > 0);
    }

    static Optional<String> filled(String text) {
        return Optional.of(text).filter(t -> !t.isEmpty());
    }
}
