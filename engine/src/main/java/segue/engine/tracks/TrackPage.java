package segue.engine.tracks;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import segue.core.run.SegueException;
import segue.library.Library;
import segue.library.browse.TagCount;
import segue.library.browse.TrackFacts;
import segue.library.sound.Measures;

/// All that is known of one track.
///
/// @param track its row in the table of music
/// @param features name → value, in the library's units; only those that are known
/// @param averages the same over all tracks of the library
/// @param listeners how many played it
/// @param tags the most said first
/// @param files that hold it, the best first
/// @param sound what was heard in the best file; empty where nothing was
/// @param sections start and end of each section in seconds, one after the other
public record TrackPage(
        @JsonUnwrapped TrackLine track,
        SequencedMap<String, Double> features,
        SequencedMap<String, Double> averages,
        long listeners,
        List<TagCount> tags,
        List<TrackFacts.TrackFile> files,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Measures> sound,
        List<Double> sections) {

    public TrackPage {
        tags = List.copyOf(tags);
        files = List.copyOf(files);
        sections = List.copyOf(sections);
    }

    /// @throws SegueException.NotFound for an unknown id
    public static TrackPage of(Library library, TrackTable table, String id) {
        int row = table.row(id).orElseThrow(() -> unknown(id));
        TrackFacts facts = library.track(id).orElseThrow(() -> unknown(id));
        return new TrackPage(
                table.line(row),
                table.features(row),
                table.averages(),
                facts.listeners(),
                facts.tags(),
                facts.files(),
                facts.measures(),
                facts.sections());
    }

    static SegueException.NotFound unknown(String id) {
        return new SegueException.NotFound(
                "There is no track with the id '%s'; search for the title.".formatted(id));
    }
}
