package segue.engine.evaluate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.core.data.Features;
import segue.core.data.Split;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// A train and a test file as a [Split]. Columns are the items of train; a test item that train
/// does not have stays relevant for its user, though no model can rank it.
///
/// @param split both parts, users in the order of their first line in train
/// @param features what else is known of users and items
/// @param notes what was left out, for people
public record FileSplit(Split split, Features features, List<String> notes) {

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
        return new Reader(files, users, items, train).read(run);
    }

    private static int row(Map<String, Integer> rows, String id) {
        return rows.computeIfAbsent(id, _ -> rows.size());
    }

    /// Reads the test file against what train holds.
    private static final class Reader {

        private final TestData.Files files;
        private final Map<String, Integer> trained;
        private final Map<String, Integer> tested;
        private final Map<String, Integer> items;
        private final int trainItems;
        private final int trainUsers;
        private final Triples trainCells;
        private final SparseMatrix train;
        private final Triples test = new Triples();
        private final Set<String> strangers = new HashSet<>();
        private final Map<Integer, Set<String>> unrankable = new HashMap<>();
        private int known;

        Reader(
                TestData.Files files,
                Map<String, Integer> users,
                Map<String, Integer> items,
                Triples trainCells) {
            this.files = files;
            this.items = items;
            this.trainItems = items.size();
            this.trainUsers = users.size();
            this.trainCells = trainCells;
            this.train = trainCells.matrix(users.size(), items.size());
            this.trained = users;
            this.tested = files.shown().isPresent() ? new HashMap<>() : users;
        }

        FileSplit read(Run run) {
            SparseMatrix shown = files.shown().isPresent() ? shown(run) : train;
            new PairsFile(files.test())
                    .read(run, (user, item, value) -> cell(shown, user, item, value));
            int[] missed = new int[shown.rows()];
            unrankable.forEach((user, ids) -> missed[user] = ids.size());
            SparseMatrix held = test.matrix(shown.rows(), items.size());
            if (held.entries() + Arrays.stream(missed).sum() == 0) {
                throw new SegueException.BadInput(
                        files.test().toString(),
                        0,
                        "holds nothing to test: none of its users is in "
                                + files.shown().orElse(files.train()));
            }
            return new FileSplit(
                    split(shown, held, new Split.Counts(missed)),
                    new FeatureFiles(files.tags(), files.friends(), this::user, items)
                            .read(trainUsers, run),
                    notes(missed));
        }

        private SparseMatrix shown(Run run) {
            Triples cells = new Triples();
            new PairsFile(files.shown().orElseThrow())
                    .read(
                            run,
                            (user, item, value) -> {
                                Integer column = items.get(item);
                                if (column != null) {
                                    cells.add(row(tested, user), column, value);
                                }
                            });
            return cells.matrix(tested.size(), trainItems);
        }

        /// The row of a user, those of strangers after those of train; -1 where nobody knows them.
        private int user(String id) {
            Integer row = trained.get(id);
            if (row == null && files.shown().isPresent()) {
                Integer stranger = tested.get(id);
                return stranger == null ? -1 : trainUsers + stranger;
            }
            return row == null ? -1 : row;
        }

        private Split split(SparseMatrix shown, SparseMatrix held, Split.Counts missed) {
            if (files.shown().isPresent()) {
                return Split.ofStrangers(
                        train, shown, held, missed, Split.Counts.from(trainUsers, held.rows()));
            }
            if (!files.coldItems()) {
                return new Split(train, held, missed);
            }
            BitSet cold = new BitSet();
            cold.set(trainItems, items.size());
            return new Split(trainCells.matrix(trainUsers, items.size()), held, missed, cold);
        }

        private void cell(SparseMatrix shown, String user, String item, float value) {
            Integer row = tested.get(user);
            Integer column =
                    files.coldItems() ? Integer.valueOf(row(items, item)) : items.get(item);
            if (row == null) {
                strangers.add(user);
            } else if (column == null) {
                unrankable.computeIfAbsent(row, _ -> new HashSet<>()).add(item);
            } else if (column < trainItems && shown.contains(row, column)) {
                known++;
            } else {
                test.add(row, column, value);
            }
        }

        private List<String> notes(int[] counts) {
            List<String> notes = new ArrayList<>();
            int missed = Arrays.stream(counts).sum();
            if (missed > 0) {
                notes.add(
                        "%d test cells are of items that %s does not have: they count as missed."
                                .formatted(missed, files.train().getFileName()));
            }
            if (!strangers.isEmpty()) {
                notes.add(
                        "%d users of the test file have nothing in %s and were left out."
                                .formatted(
                                        strangers.size(),
                                        files.shown().isPresent() ? "shown" : "train"));
            }
            if (known > 0) {
                notes.add("%d test cells stand in train too and were left out.".formatted(known));
            }
            return notes;
        }
    }
}
