package segue.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is in a library.
///
/// @param plays the sum of all play counts; an event counts 1
/// @param artistPairs distinct (listener, artist) with plays
/// @param trackPairs distinct (listener, track) with plays
/// @param featuredTracks tracks of which a file of audio features was imported
/// @param files of music that were listened to
/// @param bytes size of the database file and its log on disk
public record Status(
        long listeners,
        long artists,
        long tracks,
        double plays,
        long artistPairs,
        long trackPairs,
        long tags,
        long taggings,
        long friendships,
        long playlists,
        long playlistEntries,
        long featuredTracks,
        Optional<Instant> firstPlay,
        Optional<Instant> lastPlay,
        List<Source> sources,
        Files files,
        long bytes) {

    public Status {
        sources = List.copyOf(sources);
    }

    /// What became of files of music.
    ///
    /// @param heard files whose sound is known and that are where they were
    /// @param failed files that could not be heard
    /// @param gone files that are not where they were
    /// @param seconds how long all that was heard plays
    public record Files(long heard, long failed, long gone, double seconds) {}

    /// One finished import.
    public record Source(
            String path,
            String kind,
            Instant finished,
            long read,
            long kept,
            long duplicates,
            long rejected) {}

    /// The share of listeners × artists that is filled, 0..1; 0 for an empty library.
    public double artistDensity() {
        return density(artistPairs, artists);
    }

    /// The share of listeners × tracks that is filled, 0..1; 0 for an empty library.
    public double trackDensity() {
        return density(trackPairs, tracks);
    }

    private double density(long pairs, long items) {
        return listeners == 0 || items == 0 ? 0 : (double) pairs / ((double) listeners * items);
    }
}
