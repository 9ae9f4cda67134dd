package segue.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import segue.audio.neural.NetworkSettings;
import segue.core.data.DatedInteractions;
import segue.core.data.Features;
import segue.core.data.Ids;
import segue.core.data.Interactions;
import segue.core.data.Split;
import segue.core.data.Splitting;
import segue.core.data.Times;
import segue.core.data.Weighting;
import segue.core.eval.Estimate;
import segue.core.eval.Evaluation;
import segue.core.eval.Report;
import segue.core.math.SparseMatrix;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.Content;
import segue.core.train.Popular;
import segue.core.train.Random;
import segue.core.train.Settings;
import segue.engine.content.Hearing;
import segue.engine.content.Known;
import segue.library.Items;
import segue.library.Library;
import segue.library.Selection;

/// How well artists that nobody is known to play are ranked by their sound: ridge, kernel ridge and
/// the neural listener on the artists of a library that were heard. Arguments: the library's
/// folder (`segue demo --tracks 240` makes one), splits, epochs.
public final class ColdSongsBench {

    private static final List<String> METRICS = List.of("auc", "recall@10", "map@500", "ndcg@10");

    private ColdSongsBench() {}

    public static void main(String[] args) {
        int count = args.length > 1 ? Integer.parseInt(args[1]) : 5;
        int epochs = args.length > 2 ? Integer.parseInt(args[2]) : 60;
        Run run = new Run(1, 1, Progress.NONE);
        try (Library library = Library.open(Path.of(args[0]))) {
            Selection selection = Selection.DEFAULTS;
            Known known = new Known(library, selection);
            DatedInteractions heard = heard(library, selection, run);
            NetworkSettings settings = NetworkSettings.DEFAULTS.withEpochs(epochs);
            long started = System.nanoTime();
            int files = new Hearing(library, settings).embed(run);
            System.out.printf(
                    Locale.ROOT,
                    "%d files; contrast learned in %.0f s; %s%n",
                    files,
                    (System.nanoTime() - started) / 1e9,
                    heard.interactions().matrix());
            Features all = known.features(heard, List.of(Content.DEFAULTS), run);
            int columns = all.measures().columns();
            int size = settings.size();
            Features sound = columns(all, 0, columns - size);
            Features embedded = columns(all, columns - size, columns);
            Content ridge = content("ridge");
            Content kernel = content("kernel");
            Map<String, Algorithm> algorithms = new LinkedHashMap<>();
            Map<String, Features> inputs = new LinkedHashMap<>();
            add(algorithms, inputs, "random", Random.DEFAULTS, sound);
            add(algorithms, inputs, "popular", Popular.DEFAULTS, sound);
            add(algorithms, inputs, "sound, ridge", ridge, sound);
            add(algorithms, inputs, "sound, kernel ridge", kernel, sound);
            add(algorithms, inputs, "network by contrast, ridge", ridge, embedded);
            add(algorithms, inputs, "both, ridge", ridge, all);
            Algorithm network =
                    (data, part) ->
                            ridge.fit(
                                    data,
                                    new Hearing(library, settings)
                                            .predictor(heard.interactions().items(), Items.ARTISTS),
                                    part);
            add(algorithms, inputs, "network on factors", network, sound);
            List<Split> splits = splits(heard.interactions().matrix(), count);
            algorithms.forEach(
                    (name, algorithm) ->
                            print(
                                    name,
                                    evaluate(
                                            algorithm,
                                            splits,
                                            Objects.requireNonNull(inputs.get(name), name),
                                            run)));
        }
    }

    private static void add(
            Map<String, Algorithm> algorithms,
            Map<String, Features> inputs,
            String name,
            Algorithm algorithm,
            Features features) {
        algorithms.put(name, algorithm);
        inputs.put(name, features);
    }

    private static Content content(String predictor) {
        return (Content)
                Settings.with(
                        Content.DEFAULTS,
                        Map.of("predictor", predictor, "inputs", "measures", "rank", "32"));
    }

    private static List<Split> splits(SparseMatrix matrix, int count) {
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            splits.add(
                    new Splitting.ColdItems(.2)
                            .split(
                                    matrix,
                                    Times.none(matrix),
                                    0,
                                    Run.quiet(i + 1).random("split")));
        }
        return splits;
    }

    private static Report evaluate(
            Algorithm algorithm, List<Split> splits, Features features, Run run) {
        return new Evaluation(algorithm, new Weighting.TfIdf(), List.of(10, 500), true)
                .run(splits, features, run);
    }

    private static void print(String name, Report report) {
        StringBuilder line = new StringBuilder("%-28s".formatted(name));
        for (String metric : METRICS) {
            Estimate estimate = Objects.requireNonNull(report.metrics().get(metric), metric);
            line.append(
                    String.format(
                            Locale.ROOT,
                            "  %s %.4f (%.4f..%.4f)",
                            metric,
                            estimate.mean(),
                            estimate.low(),
                            estimate.high()));
        }
        System.out.println(line + "  %.0f s".formatted(report.trainSeconds()));
    }

    /// The plays of artists that were heard.
    private static DatedInteractions heard(Library library, Selection selection, Run run) {
        Interactions all = library.interactions(selection, run);
        List<String> ids =
                new TreeSet<>(library.performers().values())
                        .stream().filter(id -> all.items().row(id).isPresent()).toList();
        BitSet kept = new BitSet();
        ids.forEach(id -> kept.set(all.items().row(id).orElseThrow()));
        int[] starts = new int[all.users().size() + 1];
        List<Integer> columns = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (int user = 0; user < all.users().size(); user++) {
            for (int e = all.matrix().start(user); e < all.matrix().end(user); e++) {
                if (kept.get(all.matrix().column(e))) {
                    columns.add(kept.get(0, all.matrix().column(e)).cardinality());
                    values.add(all.matrix().value(e));
                }
            }
            starts[user + 1] = columns.size();
        }
        List<String> inOrder = kept.stream().mapToObj(column -> all.items().id(column)).toList();
        return DatedInteractions.undated(
                new Interactions(
                        all.users(),
                        Ids.of(inOrder),
                        new SparseMatrix(
                                all.users().size(),
                                inOrder.size(),
                                starts,
                                columns.stream().mapToInt(Integer::intValue).toArray(),
                                floats(values))));
    }

    private static float[] floats(List<Float> values) {
        float[] floats = new float[values.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = values.get(i);
        }
        return floats;
    }

    private static Features columns(Features features, int from, int to) {
        SparseMatrix all = features.measures();
        int[] starts = new int[all.rows() + 1];
        List<Integer> columns = new ArrayList<>();
        List<Float> values = new ArrayList<>();
        for (int row = 0; row < all.rows(); row++) {
            for (int e = all.start(row); e < all.end(row); e++) {
                if (all.column(e) >= from && all.column(e) < to) {
                    columns.add(all.column(e) - from);
                    values.add(all.value(e));
                }
            }
            starts[row + 1] = columns.size();
        }
        return features.withMeasures(
                new SparseMatrix(
                        all.rows(),
                        to - from,
                        starts,
                        columns.stream().mapToInt(Integer::intValue).toArray(),
                        floats(values)));
    }
}
