package segue.engine.tracks;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import segue.core.run.SegueException;
import segue.library.Feature;
import segue.library.Library;
import segue.library.browse.ArtistFacts;
import segue.library.browse.TagCount;

/// All that is known of one artist.
///
/// @param tags the most said first; genres of the artist's tracks where nobody said any
/// @param listeners how many played the artist
/// @param plays of all listeners
/// @param playlists how many entries of imported playlists are the artist's
/// @param trackCount how many tracks the library knows
/// @param tracks the most played first, at most 50
/// @param hasSound whether something of the artist was heard
/// @param sound the mean of each known feature over the artist's tracks
public record ArtistPage(
        String id,
        String name,
        List<TagCount> tags,
        long listeners,
        double plays,
        long playlists,
        long trackCount,
        List<TrackLine> tracks,
        boolean hasSound,
        SequencedMap<String, Double> sound) {

    private static final int TRACKS = 50;

    public ArtistPage {
        tags = List.copyOf(tags);
        tracks = List.copyOf(tracks);
    }

    /// @throws SegueException.NotFound for an unknown id
    public static ArtistPage of(Library library, TrackTable table, String id) {
        ArtistFacts facts =
                library.artist(id)
                        .orElseThrow(
                                () ->
                                        new SegueException.NotFound(
                                                "There is no artist with the id '%s'; search for the name."
                                                        .formatted(id)));
        List<Integer> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            if (table.artistId(row).equals(id)) {
                rows.add(row);
            }
        }
        rows.sort(Comparator.comparingDouble(table::plays).reversed());
        List<TagCount> tags = facts.tags();
        if (tags.isEmpty()) {
            tags =
                    rows.stream()
                            .flatMap(row -> table.genres(row).stream())
                            .distinct()
                            .map(genre -> new TagCount(genre, 0))
                            .toList();
        }
        return new ArtistPage(
                facts.artist().id(),
                facts.artist().name(),
                tags,
                facts.listeners(),
                facts.plays(),
                facts.playlists(),
                facts.tracks(),
                rows.stream().limit(TRACKS).map(table::line).toList(),
                facts.heard() > 0,
                sound(table, rows));
    }

    private static SequencedMap<String, Double> sound(TrackTable table, List<Integer> rows) {
        SequencedMap<String, Double> sound = new LinkedHashMap<>();
        for (Feature feature : Feature.values()) {
            if (feature != Feature.KEY && feature != Feature.MODE) {
                rows.stream()
                        .mapToDouble(row -> table.feature(row, feature))
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .ifPresent(mean -> sound.put(feature.column(), mean));
            }
        }
        return sound;
    }
}
