package segue.library.browse;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import segue.library.sound.Measures;

/// What is known of one track beyond its row in the table of music.
///
/// @param files that hold it, the best one that is there first
/// @param tags the most said first
/// @param listeners how many played it
/// @param measures heard in the first file; empty where none was heard
/// @param sections start and end of each section in seconds, one after the other
/// @param waveform of the first file; empty where none was heard
public record TrackFacts(
        List<TrackFile> files,
        List<TagCount> tags,
        long listeners,
        Optional<Measures> measures,
        List<Double> sections,
        ByteBuffer waveform) {

    public TrackFacts {
        files = List.copyOf(files);
        tags = List.copyOf(tags);
        sections = List.copyOf(sections);
        waveform = waveform.asReadOnlyBuffer();
    }

    /// A file of the track.
    ///
    /// @param path where it is; a `file:` URI where the name is no text
    /// @param codec "mp3", "flac"; or empty
    /// @param bitRate bits a second; 0 where unknown
    /// @param state heard, failed or gone
    /// @param problem why it could not be heard, or what is damaged; or empty
    public record TrackFile(
            String path, String codec, long bitRate, long bytes, String state, String problem) {}
}
