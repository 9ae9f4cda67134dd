package segue.engine.playlist;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import segue.engine.Json;
import segue.engine.listen.Paths;
import segue.library.Kind;
import segue.library.browse.PlaylistEntry;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// Writes entries as files that other programs read.
public enum PlaylistFile {
    /// For players: real paths, titles and lengths. What has no file is left out, with a remark.
    M3U8("audio/x-mpegurl"),
    /// For tables: one line an entry.
    CSV("text/csv"),
    /// The JSON form of XSPF (xspf.org/jspf), for services that match by names.
    JSPF("application/jspf+json");

    private final String type;

    PlaylistFile(String type) {
        this.type = type;
    }

    /// For the Content-Type header.
    public String type() {
        return type;
    }

    /// "m3u8".
    public String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if there is no such format
    public static PlaylistFile parse(String format) {
        for (PlaylistFile file : values()) {
            if (file.ending().equalsIgnoreCase(format)
                    || (file == M3U8 && format.equalsIgnoreCase("m3u"))) {
                return file;
            }
        }
        throw new IllegalArgumentException(
                "format must be m3u8, csv or jspf, is '%s'".formatted(format));
    }

    /// The text of the file, in UTF-8.
    public String write(String name, List<PlaylistEntry> entries) {
        return switch (this) {
            case M3U8 -> m3u8(name, entries);
            case CSV -> csv(entries);
            case JSPF -> jspf(name, entries);
        };
    }

    private static String m3u8(String name, List<PlaylistEntry> entries) {
        StringBuilder text = new StringBuilder("#EXTM3U\n");
        text.append("#PLAYLIST:").append(line(name)).append('\n');
        for (PlaylistEntry entry : entries) {
            if (entry.path().isEmpty()) {
                text.append("# no file: ").append(line(entry.label())).append('\n');
            } else {
                long seconds =
                        entry.durationSeconds() > 0 ? Math.round(entry.durationSeconds()) : -1;
                text.append("#EXTINF:").append(seconds).append(',');
                text.append(line(entry.label())).append('\n');
                text.append(entry.path()).append('\n');
            }
        }
        return text.toString();
    }

    private static String line(String text) {
        return text.replaceAll("[\\r\\n]+", " ");
    }

    private static String csv(List<PlaylistEntry> entries) {
        CsvSchema schema =
                CsvSchema.builder()
                        .addColumn("position")
                        .addColumn("kind")
                        .addColumn("artist")
                        .addColumn("title")
                        .addColumn("album")
                        .addColumn("durationSeconds")
                        .addColumn("path")
                        .addColumn("id")
                        .build()
                        .withHeader();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (PlaylistEntry entry : entries) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("position", rows.size() + 1);
            row.put("kind", entry.kind().word());
            row.put("artist", entry.artist());
            row.put("title", entry.kind() == Kind.TRACK ? entry.title() : "");
            row.put("album", entry.album());
            row.put("durationSeconds", Math.round(entry.durationSeconds()));
            row.put("path", entry.path());
            row.put("id", entry.id());
            rows.add(row);
        }
        return new CsvMapper().writer(schema).writeValueAsString(rows);
    }

    private static String jspf(String name, List<PlaylistEntry> entries) {
        List<Map<String, Object>> tracks = new ArrayList<>();
        for (PlaylistEntry entry : entries) {
            Map<String, Object> track = new LinkedHashMap<>();
            if (!entry.path().isEmpty()) {
                URI uri = Paths.path(entry.path()).toUri();
                track.put("location", List.of(uri.toString()));
            }
            track.put("identifier", List.of("urn:segue:" + entry.kind().word() + ":" + entry.id()));
            if (entry.kind() == Kind.TRACK) {
                track.put("title", entry.title());
            }
            track.put("creator", entry.artist());
            if (!entry.album().isEmpty()) {
                track.put("album", entry.album());
            }
            if (entry.durationSeconds() > 0) {
                track.put("duration", Math.round(entry.durationSeconds() * 1000));
            }
            tracks.add(track);
        }
        Map<String, Object> playlist = new LinkedHashMap<>();
        playlist.put("title", name);
        playlist.put("creator", "Segue");
        playlist.put("track", tracks);
        return Json.of(Map.of("playlist", playlist)) + "\n";
    }
}
