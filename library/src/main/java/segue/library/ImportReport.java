package segue.library;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What an import did. `read` is always `kept + duplicates + rejected`.
///
/// @param source the file or folder, as an absolute path
/// @param kind "plays" or "hetrec"
/// @param read records in the file, without header and empty lines
/// @param kept records whose content is in the library now; several may have been summed
/// @param duplicates events and playlist entries that were there already
/// @param rejected records left out, for `reasons`, the most frequent first
/// @param notes remarks for people: "user_friends.dat is missing"
/// @param alreadyImported when the same content was imported before; then nothing was changed and
///   the counts are those of that time
public record ImportReport(
        String source,
        String kind,
        long read,
        long kept,
        long duplicates,
        long rejected,
        List<Reason> reasons,
        List<String> notes,
        Optional<Instant> alreadyImported,
        double seconds) {

    public ImportReport {
        reasons = List.copyOf(reasons);
        notes = List.copyOf(notes);
    }

    /// Why records were left out, how many, and the first of them.
    public record Reason(String reason, long count, List<Example> examples) {
        public Reason {
            examples = List.copyOf(examples);
        }
    }

    /// A record that was left out. `line` counts from 1 in the decompressed file (in a Parquet
    /// file: the row); `text` may be shortened.
    public record Example(String file, long line, String text) {}
}
