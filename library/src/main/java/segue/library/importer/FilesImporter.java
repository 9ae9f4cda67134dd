package segue.library.importer;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import segue.library.sound.FileNews;
import segue.library.sound.FileTags;
import segue.library.sound.Sound;
import segue.library.store.Columns;
import segue.library.store.Database;
import segue.library.store.Session;

/// Stores what became of files of music: a batch at a time, all of it or nothing. Artists and
/// tracks are those of the imports, known by the same rules of names.
public final class FilesImporter {

    /// Artists and tracks of files belong to no import; files keep them.
    private static final int NO_IMPORT = 0;

    private final Database database;

    public FilesImporter(Database database) {
        this.database = database;
    }

    /// Each path at most once in a batch.
    public void write(List<FileNews> batch) {
        database.writing().lock();
        try (Session session = database.session()) {
            session.transaction(() -> write(session, batch));
        } finally {
            database.writing().unlock();
        }
    }

    private static void write(Session session, List<FileNews> batch) {
        session.run(
                """
                CREATE TEMP TABLE news (n BIGINT, what VARCHAR, path VARCHAR, bytes BIGINT,
                    modified_millis BIGINT, origin BIGINT, content VARCHAR, version INTEGER,
                    failure_kind VARCHAR, failure VARCHAR, damage VARCHAR, artist VARCHAR,
                    artist_mbid VARCHAR, title VARCHAR, track_mbid VARCHAR, album VARCHAR,
                    genres VARCHAR[], year INTEGER, codec VARCHAR, bit_rate BIGINT,
                    duration BIGINT);
                CREATE TEMP TABLE new_sounds AS
                    SELECT 0::BIGINT AS n, * EXCLUDE (file) FROM sounds LIMIT 0;
                """);
        session.append(
                "news",
                row ->
                        IntStream.range(0, batch.size())
                                .forEach(n -> row.add(news(n, batch.get(n)))));
        session.append(
                "new_sounds",
                row -> {
                    for (int n = 0; n < batch.size(); n++) {
                        if (batch.get(n) instanceof FileNews.Heard heard) {
                            row.add(sound(n, heard.sound()));
                        }
                    }
                });
        tracks(session);
        files(session);
    }

    private static @Nullable Object[] news(long n, FileNews news) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(n);
        row.add(
                switch (news) {
                    case FileNews.Heard _ -> "heard";
                    case FileNews.Failed _ -> "failed";
                    case FileNews.Moved _ -> "moved";
                    case FileNews.Copied _ -> "copied";
                    case FileNews.Unchanged _ -> "unchanged";
                    case FileNews.Rewritten _ -> "rewritten";
                    case FileNews.Gone _ -> "gone";
                });
        row.add(news.stamp().path());
        row.add(news.stamp().bytes());
        row.add(news.stamp().modifiedMillis());
        switch (news) {
            case FileNews.Heard heard -> {
                add(row, null, heard.content(), heard.version(), null, null);
                tags(row, heard.tags());
                row.add(Math.round(heard.sound().measures().durationSeconds() * 1000));
            }
            case FileNews.Failed failed -> {
                add(row, null, failed.content(), failed.version(), failed.kind(), failed.text());
            }
            case FileNews.Moved moved -> {
                add(row, moved.file(), null, null, null, null);
                tags(row, moved.tags());
            }
            case FileNews.Copied copied -> {
                add(row, copied.file(), null, null, null, null);
                tags(row, copied.tags());
            }
            case FileNews.Rewritten rewritten ->
                    add(row, null, rewritten.content(), null, null, null);
            case FileNews.Unchanged _, FileNews.Gone _ -> {
                // The path is all there is to say.
            }
        }
        while (row.size() < 21) {
            row.add(null);
        }
        return row.toArray();
    }

    private static void add(List<@Nullable Object> row, @Nullable Object... values) {
        for (Object value : values) {
            row.add(value);
        }
    }

    private static void tags(List<@Nullable Object> row, FileTags tags) {
        add(
                row,
                filled(tags.damage()),
                filled(tags.artist()),
                filled(tags.artistMbid()),
                tags.title().strip(),
                filled(tags.trackMbid()),
                filled(tags.album()),
                tags.genres(),
                tags.year().isPresent() ? tags.year().getAsInt() : null,
                tags.codec(),
                tags.bitRate());
    }

    private static @Nullable String filled(Optional<String> text) {
        return text.map(String::strip).filter(t -> !t.isEmpty()).orElse(null);
    }

    private static @Nullable Object[] sound(long n, Sound sound) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(n);
        row.addAll(Columns.values(sound.measures()));
        List<Float> vector = new ArrayList<>();
        for (float value : sound.vector().values()) {
            vector.add(value);
        }
        row.add(vector);
        row.add(sound.sections());
        row.add(sound.fingerprint());
        row.add(sound.fingerprintKeys());
        ByteBuffer waveform = sound.waveform().duplicate();
        byte[] bytes = new byte[waveform.remaining()];
        waveform.get(bytes);
        row.add(bytes);
        return row.toArray();
    }

    /// Finds or makes the artists and tracks, and leaves `located`: the news with the number of the
    /// track.
    private static void tracks(Session session) {
        Entities entities = new Entities(session, "files", NO_IMPORT);
        session.run(
                """
                CREATE TEMP TABLE artist_refs AS
                SELECT artist AS ref, NULL::VARCHAR AS owner_ref, -1 AS owner, artist AS name,
                    NULL::VARCHAR AS source_id, max(artist_mbid) AS mbid, NULL::VARCHAR AS album,
                    NULL::BIGINT AS duration, min(n) AS first, count(*) AS n
                FROM news WHERE artist IS NOT NULL GROUP BY artist
                """);
        entities.artists();
        session.run(
                """
                CREATE TEMP TABLE track_refs AS
                SELECT w.title AS ref, coalesce(w.artist, '') AS owner_ref,
                    coalesce(min(m.number), -1) AS owner, w.title AS name,
                    NULL::VARCHAR AS source_id, max(w.track_mbid) AS mbid,
                    arg_min(w.album, w.n) AS album, arg_min(w.duration, w.n) AS duration,
                    min(w.n) AS first, count(*) AS n
                FROM news w LEFT JOIN artist_map m ON m.ref = w.artist
                WHERE w.title IS NOT NULL GROUP BY w.title, coalesce(w.artist, '')
                """);
        entities.tracks();
        session.run(
                """
                CREATE TEMP TABLE located AS
                SELECT w.*, t.number AS track,
                    CASE WHEN w.what = 'moved' THEN o.track ELSE f.track END AS track_before,
                    CASE WHEN w.what = 'moved' THEN w.origin
                        ELSE coalesce(f.file, (SELECT coalesce(max(file), 0) FROM files) + 1 + w.n)
                    END AS file,
                    coalesce(w.content, o.content, f.content) AS bytes_hash,
                    coalesce(w.version, o.version, f.version) AS heard_by,
                    o.damage AS damage_before, o.codec AS codec_before, o.bit_rate AS rate_before
                FROM news w
                LEFT JOIN track_map t
                    ON t.ref = w.title AND t.owner_ref = coalesce(w.artist, '')
                LEFT JOIN files f ON f.path = w.path
                LEFT JOIN files o ON o.file = w.origin
                """);
    }

    private static void files(Session session) {
        String columns = Columns.names("");
        session.run(
                """
                UPDATE files SET state = 'gone'
                FROM located w WHERE w.path = files.path AND w.what = 'gone';

                UPDATE files SET bytes = w.bytes, modified_millis = w.modified_millis,
                    state = CASE WHEN files.failure_kind IS NULL THEN 'heard' ELSE 'failed' END
                FROM located w WHERE w.path = files.path AND w.what = 'unchanged';

                UPDATE files SET bytes = w.bytes, modified_millis = w.modified_millis,
                    content = w.content
                FROM located w WHERE w.path = files.path AND w.what = 'rewritten';

                DELETE FROM located WHERE what IN ('gone', 'unchanged', 'rewritten');

                CREATE TEMP TABLE copies AS
                SELECT w.file AS copy, s.* FROM sounds s
                JOIN located w ON w.origin = s.file WHERE w.what = 'copied';

                -- Whose place another file takes, and who has no other.
                CREATE TEMP TABLE displaced AS
                SELECT f.file FROM files f JOIN located w ON w.path = f.path
                WHERE f.file NOT IN (SELECT file FROM located);

                DELETE FROM files WHERE file IN (
                    SELECT file FROM located UNION ALL SELECT file FROM displaced);
                DELETE FROM sounds WHERE file IN (
                    SELECT file FROM located WHERE what <> 'moved'
                    UNION ALL SELECT file FROM displaced);

                INSERT INTO files
                SELECT file, path, bytes, modified_millis, bytes_hash,
                    CASE what WHEN 'failed' THEN 'failed' ELSE 'heard' END, heard_by,
                    failure_kind, failure,
                    CASE what WHEN 'heard' THEN damage ELSE damage_before END,
                    track, album, genres, year, coalesce(nullif(codec, ''), codec_before),
                    coalesce(nullif(bit_rate, 0), rate_before)
                FROM located;

                INSERT INTO sounds
                SELECT w.file, %1$s, vector, sections, fingerprint,
                    fingerprint_keys, waveform
                FROM new_sounds s JOIN located w USING (n);
                INSERT INTO sounds
                SELECT copy, %1$s, vector, sections, fingerprint,
                    fingerprint_keys, waveform FROM copies;
                """
                        .formatted(columns));
        forget(session);
    }

    /// A track that only a file had, which is called something else now, goes.
    private static void forget(Session session) {
        String left =
                """
                FROM tracks WHERE import = 0
                AND track IN (SELECT track_before FROM located WHERE track_before IS NOT NULL)
                AND track NOT IN (SELECT track FROM files WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM plays WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM playlist_tracks WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM taggings WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM feedback WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM own_playlist_entries WHERE track IS NOT NULL
                    UNION ALL SELECT track FROM track_features)
                """;
        if (session.number(
                        "SELECT count(*) FROM located WHERE track_before IS DISTINCT FROM track "
                                + "AND track_before IS NOT NULL")
                > 0) {
            session.run("DELETE " + left);
        }
    }
}
