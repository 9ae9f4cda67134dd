package segue.engine.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.core.data.Split;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// A train and a test file as a [Split]. Columns are the items of train; a test item that train
/// does not have stays relevant for its user, though no model can rank it.
///
/// @param split both parts, users in the order of their first line in train
/// @param notes what was left out, for people
public record FileSplit(Split split, List<String> notes) {

    /// Reads both.
    ///
    /// @throws SegueException.BadInput if a file cannot be read or holds nothing
    public static FileSplit read(TestData.Files files, Run run) {
        Map<String, Integer> users = new HashMap<>();
        Map<String, Integer> items = new HashMap<>();
        Triples train = new Triples();
        new PairsFile(files.train())
                .read(
                        run,
                        (user, item, value) ->
                                train.add(row(users, user), row(items, item), value));
        if (train.size() == 0) {
            throw new SegueException.BadInput(files.train().toString(), 0, "holds no cells");
        }
        SparseMatrix trained = train.matrix(users.size(), items.size());
        return new Reader(users, items, trained).test(files, run);
    }

    private static int row(Map<String, Integer> rows, String id) {
        return rows.computeIfAbsent(id, _ -> rows.size());
    }

    /// Reads the test file against what train holds.
    private static final class Reader {

        private final Map<String, Integer> users;
        private final Map<String, Integer> items;
        private final SparseMatrix train;
        private final Triples test = new Triples();
        private final Set<String> strangers = new HashSet<>();
        private final Map<Integer, Set<String>> unrankable = new HashMap<>();
        private int known;

        Reader(Map<String, Integer> users, Map<String, Integer> items, SparseMatrix train) {
            this.users = users;
            this.items = items;
            this.train = train;
        }

        FileSplit test(TestData.Files files, Run run) {
            new PairsFile(files.test()).read(run, this::cell);
            int[] counts = new int[train.rows()];
            unrankable.forEach((user, ids) -> counts[user] = ids.size());
            SparseMatrix held = test.matrix(train.rows(), train.columns());
            if (held.entries() + Arrays.stream(counts).sum() == 0) {
                throw new SegueException.BadInput(
                        files.test().toString(),
                        0,
                        "holds nothing to test: none of its users is in " + files.train());
            }
            return new FileSplit(
                    new Split(train, held, new Split.Counts(counts)), notes(files, counts));
        }

        private void cell(String user, String item, float value) {
            Integer row = users.get(user);
            Integer column = items.get(item);
            if (row == null) {
                strangers.add(user);
            } else if (column == null) {
                unrankable.computeIfAbsent(row, _ -> new HashSet<>()).add(item);
            } else if (train.contains(row, column)) {
                known++;
            } else {
                test.add(row, column, value);
            }
        }

        private List<String> notes(TestData.Files files, int[] counts) {
            List<String> notes = new ArrayList<>();
            int missed = Arrays.stream(counts).sum();
            if (missed > 0) {
                notes.add(
                        "%d test cells are of items that %s does not have: they count as missed."
                                .formatted(missed, files.train().getFileName()));
            }
            if (!strangers.isEmpty()) {
                notes.add(
                        "%d users of the test file have nothing in train and were left out."
                                .formatted(strangers.size()));
            }
            if (known > 0) {
                notes.add("%d test cells stand in train too and were left out.".formatted(known));
            }
            return notes;
        }
    }
}
