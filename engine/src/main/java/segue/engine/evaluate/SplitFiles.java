package segue.engine.evaluate;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import segue.core.data.Interactions;
import segue.core.data.Split;
import segue.core.math.SparseMatrix;
import segue.core.run.SegueException;

/// Writes a split as plain files, so that others can repeat it: `train.tsv`, `test.tsv` and, where
/// strangers are tested, `shown.tsv`, with lines of `user item value`. Folds get a folder each.
final class SplitFiles {

    private final Path folder;
    private final Interactions all;

    SplitFiles(Path folder, Interactions all) {
        this.folder = folder;
        this.all = all;
    }

    /// @throws SegueException.Failed if the folder cannot be written
    void write(List<Split> splits) {
        try {
            for (int part = 0; part < splits.size(); part++) {
                Path to = splits.size() == 1 ? folder : folder.resolve("fold-" + (part + 1));
                Files.createDirectories(to);
                write(splits.get(part), to);
            }
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The split cannot be written to %s: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private void write(Split split, Path to) throws IOException {
        if (split.strangers()) {
            int[] others = others(split);
            write(to.resolve("train.tsv"), split.train(), row -> others[row]);
            write(to.resolve("shown.tsv"), split.shown(), split.who()::of);
        } else {
            write(to.resolve("train.tsv"), split.train(), row -> row);
        }
        write(to.resolve("test.tsv"), split.test(), split.who()::of);
    }

    private int[] others(Split split) {
        BitSet train = new BitSet();
        train.set(0, all.users().size());
        for (int row = 0; row < split.who().size(); row++) {
            train.clear(split.who().of(row));
        }
        return train.stream().toArray();
    }

    private void write(Path file, SparseMatrix cells, IntUnaryOperator userOf) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            for (int row = 0; row < cells.rows(); row++) {
                String user = plain(all.users().id(userOf.applyAsInt(row)));
                for (int e = cells.start(row); e < cells.end(row); e++) {
                    String item = plain(all.items().id(cells.column(e)));
                    writer.write(user + '\t' + item + '\t' + number(cells.value(e)) + '\n');
                }
            }
        }
    }

    private static String number(float value) {
        return value == Math.rint(value) && value < 1e9
                ? Long.toString((long) value)
                : Float.toString(value);
    }

    /// The format has no way to quote.
    private static String plain(String id) {
        if (id.chars().anyMatch(Character::isISOControl)) {
            throw new SegueException.Failed(
                    "The id '%s' has a tab or a line break in it, which a split file cannot hold."
                            .formatted(id.replaceAll("\\p{Cntrl}", "?")),
                    null);
        }
        return id;
    }
}
