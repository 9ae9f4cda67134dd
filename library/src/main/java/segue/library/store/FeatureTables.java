package segue.library.store;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import segue.core.data.DatedInteractions;
import segue.core.data.Features;
import segue.core.data.Ids;
import segue.core.data.Interactions;
import segue.core.data.Labels;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.library.Items;
import segue.library.Rows;
import segue.library.Selection;

/// Tags and friends as features of the rows and columns of a matrix.
public final class FeatureTables {

    private final Database database;

    public FeatureTables(Database database) {
        this.database = database;
    }

    /// The features of the rows and columns of `dated`, which was read by `selection`.
    public Features features(DatedInteractions dated, Selection selection, Run run) {
        Interactions of = dated.interactions();
        try (Session session = database.session(run, "read library")) {
            session.step(900, 950, "reading tags");
            Labels labels = labels(session, of, selection);
            session.step(950, 1000, "reading friends");
            return new Features(friends(session, of.users(), selection.rows()), labels)
                    .withAges(dated.times().ages(of.matrix()));
        }
    }

    private static Labels labels(Session session, Interactions of, Selection selection) {
        boolean listeners = selection.rows() == Rows.LISTENERS;
        Names.Table item = Names.Table.of(selection.items());
        String taggings =
                """
                FROM taggings g JOIN %1$s i ON i.%2$s = g.%2$s
                JOIN listeners l ON l.listener = g.listener %3$s
                """
                        .formatted(
                                item.table(),
                                selection.items() == Items.ARTISTS ? "artist" : "track",
                                listeners
                                        ? ""
                                        : "WHERE g.listener NOT IN (SELECT owner FROM playlists WHERE owner IS NOT NULL)");
        int rows = of.users().size();
        int strangers =
                (int) session.number("SELECT coalesce(max(listener), 0) + 1 FROM listeners");
        List<String> tags =
                session.list(
                        "SELECT name FROM tags WHERE tag IN (SELECT g.tag %s) ORDER BY tag"
                                .formatted(taggings),
                        row -> row.getString(1));
        Labels.Builder labels = new Labels.Builder(rows + strangers, of.items().size(), tags);
        session.each(
                "SELECT DISTINCT g.listener, l.id, i.id, dense_rank() OVER (ORDER BY g.tag) - 1 "
                        + taggings,
                row -> {
                    OptionalInt column = of.items().row(row.getString(3));
                    if (column.isPresent()) {
                        int stranger = rows + row.getInt(1);
                        labels.add(
                                listeners
                                        ? of.users().row(row.getString(2)).orElse(stranger)
                                        : stranger,
                                column.getAsInt(),
                                row.getInt(4));
                    }
                });
        return labels.build();
    }

    private static SparseMatrix friends(Session session, Ids users, Rows rows) {
        if (rows != Rows.LISTENERS || session.number("SELECT count(*) FROM friends") == 0) {
            return SparseMatrix.empty(users.size(), 0);
        }
        LongStream.Builder pairs = LongStream.builder();
        session.each(
                """
                SELECT DISTINCT l.id, f.id FROM friends p
                JOIN listeners l ON l.listener = p.listener
                JOIN listeners f ON f.listener = p.friend
                """,
                row -> {
                    OptionalInt one = users.row(row.getString(1));
                    OptionalInt other = users.row(row.getString(2));
                    if (one.isPresent() && other.isPresent()) {
                        pairs.add((long) one.getAsInt() * users.size() + other.getAsInt());
                    }
                });
        return Features.ofFriends(users.size(), pairs.build());
    }
}
