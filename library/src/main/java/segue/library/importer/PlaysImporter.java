package segue.library.importer;

import java.nio.file.Path;
import java.util.List;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.ImportReport;
import segue.library.PlaysFormat;
import segue.library.store.Database;
import segue.library.store.Session;

/// Imports one file of plays, events or playlist entries.
public final class PlaysImporter {

    /// Entities of plays and of feedback are named alike.
    private static final String SPACE = "plays";

    private final String kind;
    private final Database database;

    public PlaysImporter(Database database) {
        this(database, SPACE);
    }

    private PlaysImporter(Database database, String kind) {
        this.kind = kind;
        this.database = database;
    }

    /// For likes, skips and bans.
    public static PlaysImporter ofFeedback(Database database) {
        return new PlaysImporter(database, "feedback");
    }

    /// All or nothing.
    public ImportReport read(Path path, PlaysFormat format, Run run) {
        return new RowsImport(
                        database,
                        kind,
                        format.columns() + "|" + format.listener(),
                        format.maxRejects())
                .read(
                        path,
                        run,
                        (session, source, readable, sample) ->
                                stage(session, source, readable, sample, format));
    }

    private RowsImport.Ready stage(
            Session session, SourceFile source, Path readable, Path sample, PlaysFormat format) {
        PlaysFile file = PlaysFile.of(session, source, readable, sample, format);
        if (!kind.equals(SPACE) && !file.has(Role.KIND)) {
            throw new SegueException.BadInput(
                    source.name(),
                    1,
                    "has no column that says like, skip or ban. Name the columns, for instance: --columns listener,artist,kind,time");
        }
        session.step(20, 400, "reading");
        PlaysStaging.load(session, source, file);
        return new RowsImport.Ready(
                new Staged(source, readable, "plays", file.form(), file.skipped()),
                file.note().isEmpty() ? List.of() : List.of(file.note()),
                (storing, number) -> store(storing, file, number, format));
    }

    /// From the staging table into the library.
    ///
    /// @return how many rows were kept
    private long store(Session session, PlaysFile file, int number, PlaysFormat format) {
        Entities entities = new Entities(session, SPACE, number);
        session.step(400, 450, "listeners");
        boolean owned = file.has(Role.LISTENER) || !file.isOfPlaylists();
        String listener =
                file.has(Role.LISTENER) ? "s.listener" : Sql.text(format.listener().strip());
        session.run(
                """
                CREATE TEMP TABLE listener_refs AS
                SELECT %s AS ref, min(s.rowid) AS first
                FROM scratch.plays s WHERE problem IS NULL AND %s GROUP BY ref
                """
                        .formatted(listener, owned));
        entities.listeners();
        session.step(450, 550, "artists");
        String artist = file.firstOf(Role.ARTIST_ID, Role.ARTIST, Role.ARTIST_MBID);
        session.run(refs(file, "artist", artist, "''", "NULL::VARCHAR", "NULL::BIGINT"));
        session.run("ALTER TABLE artist_refs ADD COLUMN owner INTEGER DEFAULT -1");
        entities.artists();
        session.step(550, 750, "tracks");
        String track = file.firstOf(Role.TRACK_ID, Role.TRACK, Role.TRACK_MBID);
        session.run(
                refs(
                                file,
                                "track",
                                track,
                                "coalesce(" + artist + ", '')",
                                file.has(Role.ALBUM) ? "s.album" : "NULL::VARCHAR",
                                file.has(Role.DURATION) ? "s.duration" : "NULL::BIGINT")
                        .replace("track_refs AS", "track_bare AS"));
        session.run(
                """
                CREATE TEMP TABLE track_refs AS
                SELECT b.*, coalesce(m.number, -1) AS owner
                FROM track_bare b LEFT JOIN artist_map m ON m.ref = b.owner_ref
                """);
        entities.tracks();
        Facts facts = new Facts(session, file, number, listener, artist, track);
        session.step(750, 990, "plays");
        if (!kind.equals(SPACE)) {
            return facts.feedback();
        }
        return file.isOfPlaylists() ? facts.playlists() : facts.plays();
    }

    /// The statement that makes `artist_refs` or `track_refs` but for the owner.
    static String refs(
            PlaysFile file,
            String entity,
            String ref,
            String owner,
            String album,
            String duration) {
        Role name = entity.equals("artist") ? Role.ARTIST : Role.TRACK;
        Role id = entity.equals("artist") ? Role.ARTIST_ID : Role.TRACK_ID;
        Role mbid = entity.equals("artist") ? Role.ARTIST_MBID : Role.TRACK_MBID;
        // Where rows name an entity by its name alone, the name need not be looked for.
        boolean plain = !file.has(id) && !file.has(mbid);
        return """
        CREATE TEMP TABLE %1$s_refs AS
        SELECT %2$s AS ref, %3$s AS owner_ref, %4$s AS name, %5$s AS source_id, %6$s AS mbid,
            %7$s AS album, %8$s AS duration, min(s.rowid) AS first, count(*) AS n
        FROM scratch.plays s
        WHERE problem IS NULL AND %2$s IS NOT NULL
        GROUP BY ref, owner_ref
        """
                .formatted(
                        entity,
                        ref,
                        owner,
                        plain ? "ref" : first(file.firstOf(name)),
                        plain
                                ? "NULL::VARCHAR"
                                : "coalesce(%s, CASE WHEN %s IS NULL THEN %s END)"
                                        .formatted(
                                                first(file.firstOf(id)),
                                                first(file.firstOf(name)),
                                                first(file.firstOf(mbid))),
                        plain ? "NULL::VARCHAR" : first(file.firstOf(mbid)),
                        first(album),
                        first(duration));
    }

    /// The value in the first row of a group that has one.
    private static String first(String column) {
        return column.startsWith("NULL") ? column : "arg_min(" + column + ", s.rowid)";
    }
}
