package segue.engine.content;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import segue.audio.neural.MelPatches;
import segue.audio.neural.NetworkSettings;
import segue.audio.neural.NeuralListener;
import segue.core.data.Ids;
import segue.core.math.Matrix;
import segue.core.math.Parallel;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.train.Predictor;
import segue.library.Items;
import segue.library.Library;
import segue.library.sound.HeardTrack;

/// The neural listener on the music of a library: tells factors of items from their files, or
/// makes embeddings of them. Patches are kept in LIBRARY/patches, so that each file is decoded
/// once.
public final class Hearing {

    private final Library library;
    private final NetworkSettings settings;

    public Hearing(Library library, NetworkSettings settings) {
        this.library = library;
        this.settings = settings;
    }

    /// Learns to tell the library's tracks apart and keeps an embedding of each file.
    ///
    /// @return how many files have one
    /// @throws SegueException.NotFound if the library has heard fewer than two files
    public int embed(Run run) {
        List<Heard> heard = heard(run);
        needTwo(heard);
        Matrix embeddings =
                listener("embed").embed(heard.stream().map(Heard::patches).toList(), run);
        run.check();
        library.writeEmbeddings(
                heard.stream().map(file -> file.track().file()).toList(), embeddings);
        return heard.size();
    }

    /// What tells the factors of the items of a training, in the order of `ids`. What an artist is
    /// told is the mean of their tracks.
    public Predictor predictor(Ids ids, Items items) {
        return (_, targets, trust, run) -> tell(ids, items, targets, trust, run);
    }

    private Matrix tell(Ids ids, Items items, Matrix targets, float[] trust, Run run) {
        Map<String, String> performers = items == Items.ARTISTS ? library.performers() : Map.of();
        List<Path> patches = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (Heard file : heard(run)) {
            String track = file.track().track();
            OptionalInt row =
                    ids.row(items == Items.TRACKS ? track : performers.getOrDefault(track, ""));
            if (row.isPresent()) {
                patches.add(file.patches());
                rows.add(row.getAsInt());
            }
        }
        Matrix wanted = Matrix.zeros(rows.size(), targets.columns());
        Matrix trusted = Matrix.zeros(1, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            trusted.values()[i] = trust[row];
            System.arraycopy(
                    targets.values(),
                    targets.offset(row),
                    wanted.values(),
                    wanted.offset(i),
                    targets.columns());
        }
        Matrix told = listener("factors").tell(patches, wanted, trusted, run);
        return spread(told, rows, targets, trust);
    }

    /// The mean of what was told of the files of each item; without files, the mean target.
    private static Matrix spread(Matrix told, List<Integer> rows, Matrix targets, float[] trust) {
        Matrix all = Matrix.zeros(targets.rows(), targets.columns());
        int[] files = new int[all.rows()];
        rows.forEach(row -> files[row]++);
        for (int i = 0; i < rows.size(); i++) {
            int row = rows.get(i);
            for (int c = 0; c < all.columns(); c++) {
                all.values()[all.offset(row) + c] += told.at(i, c) / files[row];
            }
        }
        double total = 0;
        double[] mean = new double[all.columns()];
        for (int row = 0; row < trust.length; row++) {
            total += trust[row];
            for (int c = 0; c < mean.length; c++) {
                mean[c] += (double) trust[row] * targets.at(row, c);
            }
        }
        for (int row = 0; row < files.length; row++) {
            for (int c = 0; files[row] == 0 && c < mean.length; c++) {
                all.values()[all.offset(row) + c] = (float) (mean[c] / Math.max(total, 1e-9));
            }
        }
        return all;
    }

    private NeuralListener listener(String what) {
        return new NeuralListener(settings, library.folder().resolve("network").resolve(what));
    }

    /// A file that was heard, and its patches.
    private record Heard(HeardTrack track, Path patches) {}

    /// What can be decoded now; files that are gone or broken are left out.
    private List<Heard> heard(Run run) {
        List<HeardTrack> tracks = library.heard().tracks();
        Path folder = library.folder().resolve("patches");
        boolean[] there = new boolean[tracks.size()];
        Parallel.rows(
                tracks.size(),
                1,
                run,
                () ->
                        (from, to) -> {
                            for (int i = from; i < to; i++) {
                                there[i] = patches(tracks.get(i), folder, run);
                                run.report("patches", to, tracks.size(), "");
                            }
                        });
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < there.length; i++) {
            if (there[i]) {
                heard.add(new Heard(tracks.get(i), file(tracks.get(i), folder)));
            }
        }
        return heard;
    }

    private static boolean patches(HeardTrack track, Path folder, Run run) {
        Path file = file(track, folder);
        if (!Files.exists(file)) {
            try {
                MelPatches.write(Path.of(track.path()), file, run::isCancelled);
            } catch (SegueException.BadInput | SegueException.NotFound _) {
                return false;
            }
        }
        return true;
    }

    /// A file that changed has another size, nearly always.
    private static Path file(HeardTrack track, Path folder) {
        return folder.resolve("%d-%d.mel".formatted(track.file(), track.bytes()));
    }

    private static void needTwo(List<Heard> heard) {
        if (heard.size() < 2) {
            throw new SegueException.NotFound(
                    "The library has heard too little music to learn from. Listen to some with: segue listen FOLDER");
        }
    }
}
