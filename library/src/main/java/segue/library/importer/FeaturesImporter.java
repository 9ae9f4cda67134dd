package segue.library.importer;

import java.nio.file.Path;
import java.util.stream.Collectors;
import segue.core.run.Run;
import segue.library.Feature;
import segue.library.ImportReport;
import segue.library.store.Database;
import segue.library.store.Session;

/// Imports one file of audio features as Spotify tells them: features, genres, and playlists where
/// the file has them. Tracks are those of plays: known by their id, else by artist and title.
public final class FeaturesImporter {

    private static final String KIND = "features";

    /// Ids of tracks are Spotify's in files of plays and of features alike.
    private static final String SPACE = "plays";

    private final Database database;

    public FeaturesImporter(Database database) {
        this.database = database;
    }

    /// All or nothing.
    ///
    /// @param maxRejects the share of rows that may be broken, 0..1
    public ImportReport read(Path path, double maxRejects, Run run) {
        return new RowsImport(database, KIND, "", maxRejects)
                .read(path, run, FeaturesImporter::stage);
    }

    private static RowsImport.Ready stage(
            Session session, SourceFile source, Path readable, Path sample) {
        FeaturesFile file = FeaturesFile.of(session, source, readable, sample);
        session.step(20, 500, "reading");
        FeaturesStaging.load(session, source, file);
        likeKnownIds(session, file.file());
        return new RowsImport.Ready(
                new Staged(source, readable, "plays", Staged.Form.CSV, 1),
                file.notes(),
                (storing, number) -> store(storing, file.file(), number));
    }

    /// Logs of plays often write the same id as a URI.
    private static void likeKnownIds(Session session, PlaysFile file) {
        if (file.has(Role.TRACK_ID)) {
            session.run(
                    """
                    UPDATE scratch.plays SET track_id = 'spotify:track:' || track_id
                    WHERE 'spotify:track:' || track_id IN (
                        SELECT value FROM outside_ids WHERE entity = 'track' AND kind = '%s')
                    """
                            .formatted(SPACE));
        }
    }

    /// @return how many rows told something that no row before them told
    private static long store(Session session, PlaysFile file, int number) {
        Entities entities = new Entities(session, SPACE, number);
        session.step(500, 600, "artists");
        String artist = file.firstOf(Role.ARTIST);
        session.run(
                PlaysImporter.refs(file, "artist", artist, "''", "NULL::VARCHAR", "NULL::BIGINT"));
        session.run("ALTER TABLE artist_refs ADD COLUMN owner INTEGER DEFAULT -1");
        entities.artists();
        session.step(600, 800, "tracks");
        String track = file.firstOf(Role.TRACK_ID, Role.TRACK);
        session.run(
                PlaysImporter.refs(
                                file,
                                "track",
                                track,
                                "coalesce(" + artist + ", '')",
                                file.has(Role.ALBUM) ? "s.album" : "NULL::VARCHAR",
                                "s.f_duration_ms::BIGINT")
                        .replace("track_refs AS", "track_bare AS"));
        session.run(
                """
                CREATE TEMP TABLE track_refs AS
                SELECT b.*, coalesce(m.number, -1) AS owner
                FROM track_bare b LEFT JOIN artist_map m ON m.ref = b.owner_ref
                """);
        entities.tracks();
        session.step(800, 990, "features");
        if (file.isOfPlaylists()) {
            new Facts(session, file, number, "''", artist, track).playlists();
        }
        return features(session, file, number, artist, track);
    }

    private static long features(
            Session session, PlaysFile file, int number, String artist, String track) {
        session.run(
                """
                CREATE TEMP TABLE featured AS
                SELECT t.number AS track_number, %s AS playlist_ref, s.*, s.rowid AS n
                FROM scratch.plays s
                JOIN track_map t ON t.owner_ref = coalesce(%s, '') AND t.ref = %s
                WHERE s.problem IS NULL
                """
                        .formatted(file.firstOf(Role.PLAYLIST_ID, Role.PLAYLIST), artist, track));
        session.run(
                """
                INSERT INTO track_features
                SELECT %d, track_number, %s, year, release FROM featured
                QUALIFY row_number() OVER (PARTITION BY track_number ORDER BY n) = 1;

                INSERT INTO track_genres
                SELECT DISTINCT %d, track_number, genre, subgenre FROM featured f
                WHERE genre IS NOT NULL AND NOT EXISTS (
                    SELECT 1 FROM track_genres g WHERE g.track = f.track_number
                    AND g.genre = f.genre AND g.subgenre IS NOT DISTINCT FROM f.subgenre);
                """
                        .formatted(
                                number,
                                Feature.columns().stream()
                                        .map(name -> "f_" + name)
                                        .collect(Collectors.joining(", ")),
                                number));
        return session.number(
                """
                SELECT count(*) FROM (
                    SELECT DISTINCT track_number, playlist_ref, genre, subgenre FROM featured)
                """);
    }
}
