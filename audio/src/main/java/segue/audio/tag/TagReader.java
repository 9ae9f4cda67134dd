package segue.audio.tag;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jaudiotagger.tag.FieldKey;

/// Reads what a file says of its music: by the tag library, what that leaves open from FFmpeg's
/// metadata, and what is still missing from the path. Never fails: a file with broken tags has
/// few.
public final class TagReader {

    private static final int LONGEST_KEY = 12;
    private static final double R128_REFERENCE_DB = 5;
    private static final double R128_STEPS = 256;

    /// FFmpeg's names, lower case, of what the tag library calls otherwise.
    private static final Map<String, FieldKey> NAMES =
            Map.ofEntries(
                    Map.entry("title", FieldKey.TITLE),
                    Map.entry("artist", FieldKey.ARTIST),
                    Map.entry("artists", FieldKey.ARTISTS),
                    Map.entry("author", FieldKey.ARTIST),
                    Map.entry("album", FieldKey.ALBUM),
                    Map.entry("album_artist", FieldKey.ALBUM_ARTIST),
                    Map.entry("track", FieldKey.TRACK),
                    Map.entry("date", FieldKey.YEAR),
                    Map.entry("year", FieldKey.YEAR),
                    Map.entry("genre", FieldKey.GENRE),
                    Map.entry("bpm", FieldKey.BPM),
                    Map.entry("tbpm", FieldKey.BPM),
                    Map.entry("tmpo", FieldKey.BPM),
                    Map.entry("key", FieldKey.KEY),
                    Map.entry("tkey", FieldKey.KEY),
                    Map.entry("initialkey", FieldKey.KEY),
                    Map.entry("isrc", FieldKey.ISRC),
                    Map.entry("tsrc", FieldKey.ISRC),
                    Map.entry("musicbrainz_trackid", FieldKey.MUSICBRAINZ_TRACK_ID),
                    Map.entry("musicbrainz track id", FieldKey.MUSICBRAINZ_TRACK_ID),
                    Map.entry("musicbrainz_artistid", FieldKey.MUSICBRAINZ_ARTISTID),
                    Map.entry("musicbrainz artist id", FieldKey.MUSICBRAINZ_ARTISTID),
                    Map.entry("musicbrainz_albumid", FieldKey.MUSICBRAINZ_RELEASEID),
                    Map.entry("musicbrainz album id", FieldKey.MUSICBRAINZ_RELEASEID));

    private TagReader() {}

    /// @param metadata FFmpeg's, names in lower case
    /// @param name the file's path below the folder that holds the collection; the bare name
    ///   where
    ///     there is no such folder
    public static Tags read(Path file, Map<String, String> metadata, Path name) {
        Map<FieldKey, List<String>> found = new EnumMap<>(FieldKey.class);
        found.putAll(Jaudiotagger.read(file));
        metadata.forEach(
                (key, value) -> {
                    FieldKey field = NAMES.get(key);
                    if (field != null) {
                        found.putIfAbsent(field, List.of(value));
                    }
                });
        return tags(found, gain(metadata), PathNames.of(name));
    }

    private static Tags tags(
            Map<FieldKey, List<String>> found, OptionalDouble gain, PathNames path) {
        List<String> artists = all(found, FieldKey.ARTISTS);
        if (artists.isEmpty()) {
            artists = all(found, FieldKey.ARTIST);
        }
        Optional<String> title = first(found, FieldKey.TITLE);
        if (artists.isEmpty()) {
            artists = path.artist().map(List::of).orElse(List.of());
        }
        OptionalInt track =
                first(found, FieldKey.TRACK).map(TagText::position).orElse(path.track());
        return new Tags(
                title.or(path::title),
                artists,
                first(found, FieldKey.ALBUM).or(path::album),
                first(found, FieldKey.ALBUM_ARTIST),
                track,
                first(found, FieldKey.YEAR).map(TagText::year).orElse(OptionalInt.empty()),
                all(found, FieldKey.GENRE),
                first(found, FieldKey.BPM)
                        .map(text -> TagText.number(text, 20, 400))
                        .orElse(OptionalDouble.empty()),
                first(found, FieldKey.KEY).filter(key -> key.length() <= LONGEST_KEY),
                gain,
                first(found, FieldKey.MUSICBRAINZ_TRACK_ID),
                all(found, FieldKey.MUSICBRAINZ_ARTISTID),
                first(found, FieldKey.MUSICBRAINZ_RELEASEID),
                first(found, FieldKey.ISRC));
    }

    private static List<String> all(Map<FieldKey, List<String>> found, FieldKey key) {
        return TagText.split(found.getOrDefault(key, List.of()));
    }

    private static Optional<String> first(Map<FieldKey, List<String>> found, FieldKey key) {
        return found.getOrDefault(key, List.of()).stream()
                .flatMap(value -> TagText.clean(value).stream())
                .findFirst();
    }

    /// ReplayGain, or Opus's own way to say it (RFC 7845, 5.2.1: 1/256 dB towards -23 LUFS).
    private static OptionalDouble gain(Map<String, String> metadata) {
        String gain = metadata.get("replaygain_track_gain");
        if (gain != null) {
            return TagText.number(gain, -60, 60);
        }
        OptionalDouble r128 =
                TagText.number(metadata.getOrDefault("r128_track_gain", ""), -1e5, 1e5);
        return r128.isPresent()
                ? OptionalDouble.of(r128.getAsDouble() / R128_STEPS + R128_REFERENCE_DB)
                : r128;
    }
}
