package segue.engine.sound;

import java.util.List;

/// Files that hold the same recording.
///
/// @param name of the track in the best of them
/// @param copies the best first: lossless before compressed, then by bit rate, then by path
public record DuplicateGroup(String name, List<Copy> copies) {

    public DuplicateGroup {
        copies = List.copyOf(copies);
    }

    /// One of the files.
    ///
    /// @param codec "flac", "mp3"
    /// @param bitRate bits a second; 0 where unknown
    public record Copy(
            String path,
            String name,
            String codec,
            long bitRate,
            long bytes,
            double durationSeconds) {}

    /// What would be free if only the best were kept.
    public long spareBytes() {
        return copies.stream().skip(1).mapToLong(Copy::bytes).sum();
    }
}
