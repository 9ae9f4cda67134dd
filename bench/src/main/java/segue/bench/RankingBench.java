package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import segue.core.eval.Metrics;
import segue.core.math.SparseVector;
import segue.core.model.ModelFile;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.TrainedModel;
import segue.core.model.Want;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.catalogue.Catalogue;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Knobs;
import segue.engine.recommend.RankedItem;
import segue.engine.recommend.Whom;
import segue.engine.train.TrainRequest;
import segue.library.Kind;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// Lists through the whole pipeline. `speed LIBRARY MODEL`: how many a second on one thread, for
/// random listeners of the model, with and without reasons. `knobs TRAIN.tsv TEST.tsv`: NDCG@10 at
/// rest against the model's own, and what diversity and surprise do to NDCG, to the share of the
/// catalogue that is shown, and to how unlike the items of a list are (1 − cosine of who plays
/// them).
public final class RankingBench {

    private static final int K = 10;

    /// Seconds of each measurement.
    private static final double SECONDS = 3;

    private RankingBench() {}

    public static void main(String[] args) throws IOException {
        switch (args[0]) {
            case "speed" -> speed(Path.of(args[1]), args[2]);
            case "knobs" -> knobs(Path.of(args[1]), Path.of(args[2]));
            default -> throw new IllegalArgumentException("speed or knobs, not " + args[0]);
        }
    }

    private static void speed(Path library, String name) {
        TrainedModel model = ModelFile.read(library.resolve("models/" + name + ".safetensors"));
        System.out.printf("%d listeners, %d items%n", model.users().size(), model.items().size());
        List<String> some = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 500; i++) {
            some.add(model.users().id(random.nextInt(model.users().size())));
        }
        try (Segue segue = Segue.openExisting(library, LibraryOptions.DEFAULTS)) {
            Ask ask = Ask.DEFAULTS.withModel(name).withReasons(false);
            once(segue, "first list of all", List.of(some.getFirst()), ask);
            once(segue, "first list of a listener", some, ask);
            for (int round = 0; round < 2; round++) {
                own(model, some);
                steady(segue, "plain", some, ask);
                steady(segue, "with reasons", some, ask.withReasons(true));
                Knobs mixed = Knobs.DEFAULTS.withDiversity(.3);
                steady(segue, "diversity .3", some, ask.withKnobs(mixed));
            }
        }
    }

    private static void once(Segue segue, String what, List<String> listeners, Ask ask) {
        double[] millis = new double[listeners.size()];
        for (int i = 0; i < millis.length; i++) {
            millis[i] = millis(segue, ask.withWhom(Whom.listener(listeners.get(i))));
        }
        say(what, millis);
    }

    private static void steady(Segue segue, String what, List<String> listeners, Ask ask) {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            String listener = listeners.get(i % listeners.size());
            millis.add(millis(segue, ask.withWhom(Whom.listener(listener))));
        }
        say(what, millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /// The model's own top 10, nothing around it.
    private static void own(TrainedModel model, List<String> listeners) {
        List<Double> millis = new ArrayList<>();
        long end = System.nanoTime() + (long) (SECONDS * 1e9);
        for (int i = 0; System.nanoTime() < end; i++) {
            int user = model.users().row(listeners.get(i % listeners.size())).orElseThrow();
            long started = System.nanoTime();
            model.model().recommend(Taste.ofUser(user, SparseVector.EMPTY), Want.top(K));
            millis.add((System.nanoTime() - started) / 1e6);
        }
        say("the model alone", millis.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double millis(Segue segue, Ask ask) {
        long started = System.nanoTime();
        segue.recommend(ask, Run.quiet(1));
        return (System.nanoTime() - started) / 1e6;
    }

    private static void say(String what, double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-25s %6d lists, %9.1f a second, p50 %.3f ms, p99 %.3f ms%n",
                what,
                sorted.length,
                1e3 * sorted.length / Arrays.stream(sorted).sum(),
                sorted[sorted.length / 2],
                sorted[sorted.length * 99 / 100]);
    }

    private static void knobs(Path train, Path test) throws IOException {
        Path folder = Files.createTempDirectory("ranking");
        Map<String, Set<String>> relevant = cells(test, 0, 1);
        Map<String, Set<String>> players = cells(train, 1, 0);
        relevant.keySet().retainAll(cells(train, 0, 1).keySet());
        try (Segue segue = Segue.open(folder, LibraryOptions.DEFAULTS)) {
            PlaysFormat format =
                    PlaysFormat.DEFAULTS.withColumns(List.of("listener", "artist", "plays"));
            segue.importPlays(train, format, Run.quiet(2));
            for (String algorithm : List.of("als", "blend")) {
                segue.train(TrainRequest.DEFAULTS.withAlgorithm(algorithm), Run.quiet(2));
                own(segue, folder, algorithm, relevant, cells(train, 0, 1));
                lists(segue, algorithm, Knobs.DEFAULTS, relevant, players);
            }
            for (double strength : new double[] {.1, .2, .3, .5}) {
                Knobs diverse = Knobs.DEFAULTS.withDiversity(strength);
                lists(segue, "als", diverse, relevant, players);
            }
            for (double strength : new double[] {.1, .2, .3, .5}) {
                Knobs surprising = Knobs.DEFAULTS.withSurprise(strength);
                lists(segue, "als", surprising, relevant, players);
            }
            lists(
                    segue,
                    "als",
                    Knobs.DEFAULTS.withDiversity(.2).withSurprise(.2),
                    relevant,
                    players);
        }
    }

    /// The model without anything around it.
    private static void own(
            Segue segue,
            Path library,
            String name,
            Map<String, Set<String>> relevant,
            Map<String, Set<String>> known) {
        TrainedModel model = ModelFile.read(library.resolve("models/" + name + ".safetensors"));
        Catalogue artists = segue.catalogue(Kind.ARTIST);
        Map<String, String> names = new HashMap<>();
        artists.rows().mapToObj(artists::item).forEach(item -> names.put(item.id(), item.name()));
        Map<String, Integer> columns = new HashMap<>();
        for (int column = 0; column < model.items().size(); column++) {
            columns.put(names.get(model.items().id(column)), column);
        }
        double sum = 0;
        for (Map.Entry<String, Set<String>> one : relevant.entrySet()) {
            int user = model.users().row(one.getKey()).orElseThrow();
            int[] own =
                    known.getOrDefault(one.getKey(), Set.of()).stream()
                            .mapToInt(artist -> columns.getOrDefault(artist, -1))
                            .sorted()
                            .toArray();
            float[] ones = new float[own.length];
            Arrays.fill(ones, 1);
            Taste taste = Taste.ofUser(user, new SparseVector(own, ones));
            Ranking ranking = model.model().recommend(taste, Want.top(K));
            List<String> list =
                    IntStream.range(0, ranking.size())
                            .mapToObj(i -> names.get(model.items().id(ranking.item(i))))
                            .toList();
            sum += ndcg(list, one.getValue());
        }
        System.out.printf(
                Locale.ROOT, "%s, the model alone: NDCG@10 %.5f%n", name, sum / relevant.size());
    }

    private static void lists(
            Segue segue,
            String model,
            Knobs knobs,
            Map<String, Set<String>> relevant,
            Map<String, Set<String>> players) {
        double ndcg = 0;
        double unlike = 0;
        Set<String> shown = new HashSet<>();
        for (Map.Entry<String, Set<String>> one : relevant.entrySet()) {
            Ask ask =
                    Ask.of(Whom.listener(one.getKey()))
                            .withModel(model)
                            .withN(K)
                            .withKnobs(knobs)
                            .withReasons(false);
            List<String> list =
                    segue.recommend(ask, Run.quiet(1)).items().stream()
                            .map(RankedItem::name)
                            .toList();
            ndcg += ndcg(list, one.getValue());
            unlike += unlike(list, players);
            shown.addAll(list);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, diversity %.1f, surprise %.1f: NDCG@10 %.5f, artists shown %d of %d, unlike %.3f%n",
                model,
                knobs.diversity(),
                knobs.surprise(),
                ndcg / relevant.size(),
                shown.size(),
                players.size(),
                unlike / relevant.size());
    }

    private static double ndcg(List<String> list, Set<String> relevant) {
        boolean[] hit = new boolean[list.size()];
        for (int i = 0; i < hit.length; i++) {
            hit[i] = relevant.contains(list.get(i));
        }
        return Metrics.of(hit, K, relevant.size()).ndcg();
    }

    /// The mean of 1 − cosine over the pairs of a list.
    private static double unlike(List<String> list, Map<String, Set<String>> players) {
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < list.size(); i++) {
            Set<String> one = players.getOrDefault(list.get(i), Set.of());
            for (int j = 0; j < i; j++) {
                Set<String> other = players.getOrDefault(list.get(j), Set.of());
                long both = one.stream().filter(other::contains).count();
                sum += 1 - both / Math.sqrt(Math.max(1.0, (double) one.size() * other.size()));
                pairs++;
            }
        }
        return pairs == 0 ? 0 : sum / pairs;
    }

    private static Map<String, Set<String>> cells(Path file, int key, int value)
            throws IOException {
        Map<String, Set<String>> cells = new TreeMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] fields = line.split("\t", -1);
            cells.computeIfAbsent(fields[key], _ -> new HashSet<>()).add(fields[value]);
        }
        return cells;
    }
}
