package segue.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import segue.core.math.Eigen;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;
import segue.core.model.FactorModel;
import segue.core.model.ModelFile;
import segue.core.model.Ranking;
import segue.core.model.TopN;
import segue.core.model.TrainedModel;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.features.Categories;
import segue.engine.features.ContentNmf;
import segue.engine.features.FeaturesRequest;
import segue.library.Feature;
import segue.library.FeatureSource;
import segue.library.FeatureTrack;
import segue.library.Library;
import segue.library.LibraryOptions;
import segue.library.TrackFeatures;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/// How many of a song's ten nearest by features are of its genre: categories, cosine on scaled
/// features, principal components, and chance. Each song once.
public final class CategoriesBench {

    private static final Set<String> GENRES = Set.of("pop", "rap", "rock", "latin", "r&b", "edm");
    private static final int QUERIES = 3000;
    private static final int NEAREST = 10;

    private final List<Integer> rows = new ArrayList<>();
    private final List<Set<String>> genres = new ArrayList<>();

    /// @param known whether the songs of the training are compared, or also those that came later
    private CategoriesBench(TrackFeatures features, TrainedModel model, boolean known) {
        Set<String> songs = new HashSet<>();
        for (int row = 0; row < features.tracks().size(); row++) {
            FeatureTrack track = features.tracks().get(row);
            Set<String> of = new HashSet<>(track.genres());
            of.retainAll(GENRES);
            if (!of.isEmpty()
                    && (model.users().row(track.id()).isPresent()
                            || (!known && complete(features, row, model)))
                    && songs.add(track.label().toLowerCase(Locale.ROOT))) {
                rows.add(row);
                genres.add(of);
            }
        }
    }

    /// @param args the file of features, an empty folder, and ranks; or `unseen` before them: a
    ///   fifth of the songs comes after the training
    public static void main(String[] args) throws IOException {
        if (args[0].equals("unseen")) {
            unseen(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
            return;
        }
        Path folder = Files.createDirectories(Path.of(args[1]));
        try (Segue segue = Segue.open(folder, LibraryOptions.DEFAULTS)) {
            segue.importFeatures(Path.of(args[0]), .1, Run.quiet(1));
        }
        for (int i = 2; i < args.length; i++) {
            int rank = Integer.parseInt(args[i]);
            Categories trained;
            try (Segue segue = Segue.open(folder, LibraryOptions.DEFAULTS)) {
                trained =
                        segue.insights()
                                .trainCategories(
                                        ContentNmf.DEFAULTS.withRank(rank),
                                        FeaturesRequest.DEFAULTS,
                                        Run.quiet(1));
            }
            try (Library library = Library.open(folder)) {
                tell(
                        rank,
                        library.trackFeatures(FeatureSource.IMPORTED),
                        ModelFile.read(Path.of(trained.file())),
                        i == 2);
            }
        }
    }

    /// Songs that came after the training, projected on its components: how many of the ten nearest
    /// among the songs of the training are of their genre.
    private static void unseen(Path file, Path folder, int rank) throws IOException {
        Files.createDirectories(folder);
        Path part = folder.resolve("first.csv");
        withoutAFifth(file, part);
        Categories trained;
        try (Segue segue = Segue.open(folder, LibraryOptions.DEFAULTS)) {
            segue.importFeatures(part, .1, Run.quiet(1));
            trained =
                    segue.insights()
                            .trainCategories(
                                    ContentNmf.DEFAULTS.withRank(rank),
                                    FeaturesRequest.DEFAULTS,
                                    Run.quiet(1));
            segue.importFeatures(file, .1, Run.quiet(1));
        }
        try (Library library = Library.open(folder)) {
            TrackFeatures features = library.trackFeatures(FeatureSource.IMPORTED);
            TrainedModel model = ModelFile.read(Path.of(trained.file()));
            CategoriesBench bench = new CategoriesBench(features, model, false);
            BitSet late = new BitSet();
            for (int i = 0; i < bench.rows.size(); i++) {
                String id = features.tracks().get(bench.rows.get(i)).id();
                late.set(i, model.users().row(id).isEmpty());
            }
            Matrix scaled = bench.scaled(features, model);
            FactorModel nmf = (FactorModel) model.model();
            Matrix places = Matrix.zeros(scaled.rows(), rank);
            for (int i = 0; i < places.rows(); i++) {
                String id = features.tracks().get(bench.rows.get(i)).id();
                OptionalInt row = model.users().row(id);
                float[] place =
                        row.isPresent()
                                ? nmf.userFactors().row(row.getAsInt())
                                : nmf.foldIn().user(nmf.itemFactors(), sparse(scaled.row(i)));
                System.arraycopy(place, 0, places.values(), places.offset(i), rank);
            }
            System.out.printf(
                    "%,d songs came later, %,d were there; chance %.4f%n",
                    late.cardinality(), bench.rows.size() - late.cardinality(), bench.chance());
            bench.tellUnseen("all genres", late, late, unit(places), unit(scaled));
            for (String genre : new TreeSet<>(GENRES)) {
                BitSet asked = new BitSet();
                late.stream().filter(i -> bench.genres.get(i).contains(genre)).forEach(asked::set);
                bench.tellUnseen(genre, asked, late, unit(places), unit(scaled));
            }
        }
    }

    private void tellUnseen(String genre, BitSet asked, BitSet late, Matrix places, Matrix scaled) {
        System.out.printf(
                "%-10s %,5d songs: projected %.3f, cosine on features %.3f%n",
                genre, asked.cardinality(), share(places, asked, late), share(scaled, asked, late));
    }

    private static SparseVector sparse(float[] values) {
        int[] filled = IntStream.range(0, values.length).filter(c -> values[c] > 0).toArray();
        float[] some = new float[filled.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = values[filled[i]];
        }
        return new SparseVector(filled, some);
    }

    /// Copies a file of features without the tracks whose id falls into one of five lots.
    private static void withoutAFifth(Path file, Path to) throws IOException {
        CsvMapper mapper = CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
                MappingIterator<String[]> rows = mapper.readerFor(String[].class).readValues(in);
                SequenceWriter out = mapper.writerFor(String[].class).writeValues(to.toFile())) {
            while (rows.hasNext()) {
                String[] row = rows.next();
                if (Math.floorMod(row[0].hashCode(), 5) != 0 || row[0].equals("track_id")) {
                    out.write(row);
                }
            }
        }
    }

    private static void tell(int rank, TrackFeatures features, TrainedModel model, boolean first) {
        CategoriesBench bench = new CategoriesBench(features, model, true);
        Matrix scaled = bench.scaled(features, model);
        if (first) {
            System.out.printf("%,d songs; chance %.4f%n", bench.rows.size(), bench.chance());
            System.out.printf("cosine on scaled features  %.4f%n", bench.share(unit(scaled)));
            System.out.printf(
                    "cosine on centred features %.4f%n", bench.share(unit(centred(scaled))));
        }
        Matrix places = Matrix.zeros(bench.rows.size(), rank);
        Matrix w = ((FactorModel) model.model()).userFactors();
        for (int i = 0; i < places.rows(); i++) {
            String id = features.tracks().get(bench.rows.get(i)).id();
            int from = w.offset(model.users().row(id).orElseThrow());
            System.arraycopy(w.values(), from, places.values(), places.offset(i), rank);
        }
        System.out.printf("%2d categories (NMF)        %.4f%n", rank, bench.share(unit(places)));
        System.out.printf(
                "%2d principal components    %.4f%n",
                rank, bench.share(unit(principal(centred(scaled), rank))));
    }

    private static boolean complete(TrackFeatures features, int row, TrainedModel model) {
        return model.items().all().stream()
                .noneMatch(name -> Double.isNaN(features.at(row, Feature.of(name).orElseThrow())));
    }

    private Matrix scaled(TrackFeatures features, TrainedModel model) {
        List<Feature> columns =
                model.items().all().stream().map(n -> Feature.of(n).orElseThrow()).toList();
        Matrix scaled = Matrix.zeros(rows.size(), columns.size());
        for (int c = 0; c < columns.size(); c++) {
            double low = Double.MAX_VALUE;
            double high = -Double.MAX_VALUE;
            for (int row : rows) {
                low = Math.min(low, features.at(row, columns.get(c)));
                high = Math.max(high, features.at(row, columns.get(c)));
            }
            for (int i = 0; i < rows.size(); i++) {
                scaled.values()[scaled.offset(i) + c] =
                        (float) ((features.at(rows.get(i), columns.get(c)) - low) / (high - low));
            }
        }
        return scaled;
    }

    private static Matrix centred(Matrix x) {
        Matrix centred = Matrix.zeros(x.rows(), x.columns());
        for (int c = 0; c < x.columns(); c++) {
            double mean = 0;
            for (int row = 0; row < x.rows(); row++) {
                mean += x.at(row, c) / x.rows();
            }
            for (int row = 0; row < x.rows(); row++) {
                centred.values()[centred.offset(row) + c] = (float) (x.at(row, c) - mean);
            }
        }
        return centred;
    }

    private static Matrix principal(Matrix centred, int rank) {
        int width = centred.columns();
        Matrix covariance = Matrix.zeros(width, width);
        for (int a = 0; a < width; a++) {
            for (int b = 0; b < width; b++) {
                double sum = 0;
                for (int row = 0; row < centred.rows(); row++) {
                    sum += (double) centred.at(row, a) * centred.at(row, b);
                }
                covariance.values()[covariance.offset(a) + b] = (float) sum;
            }
        }
        Eigen eigen = Eigen.of(covariance);
        Matrix places = Matrix.zeros(centred.rows(), rank);
        for (int row = 0; row < places.rows(); row++) {
            for (int k = 0; k < rank; k++) {
                double sum = 0;
                for (int c = 0; c < width; c++) {
                    sum += (double) centred.at(row, c) * eigen.vectors().at(c, k);
                }
                places.values()[places.offset(row) + k] = (float) sum;
            }
        }
        return places;
    }

    private static Matrix unit(Matrix x) {
        Matrix unit = Matrix.zeros(x.rows(), x.columns());
        for (int row = 0; row < x.rows(); row++) {
            double squares = 0;
            for (int c = 0; c < x.columns(); c++) {
                squares += (double) x.at(row, c) * x.at(row, c);
            }
            for (int c = 0; c < x.columns() && squares > 0; c++) {
                unit.values()[unit.offset(row) + c] = (float) (x.at(row, c) / Math.sqrt(squares));
            }
        }
        return unit;
    }

    /// The mean share of a song's nearest that have one of its genres.
    private double share(Matrix places) {
        BitSet all = new BitSet();
        all.set(0, places.rows());
        return share(places, all, new BitSet());
    }

    /// @param asked the songs that are asked, or some of them if they are many
    /// @param late songs that are no answers
    private double share(Matrix places, BitSet asked, BitSet late) {
        int step = Math.max(1, asked.cardinality() / QUERIES);
        long hits = 0;
        long all = 0;
        int number = 0;
        TopN top = new TopN(NEAREST);
        for (int row : asked.stream().toArray()) {
            if (number++ % step != 0) {
                continue;
            }
            for (int other = 0; other < places.rows(); other++) {
                if (other != row && !late.get(other)) {
                    float dot = 0;
                    for (int c = 0; c < places.columns(); c++) {
                        dot += places.at(row, c) * places.at(other, c);
                    }
                    top.offer(other, dot);
                }
            }
            Ranking nearest = top.take();
            for (int k = 0; k < nearest.size(); k++) {
                hits += Collections.disjoint(genres.get(row), genres.get(nearest.item(k))) ? 0 : 1;
                all++;
            }
        }
        return (double) hits / (double) all;
    }

    private double chance() {
        Map<Set<String>, Integer> counts = new HashMap<>();
        genres.forEach(of -> counts.merge(of, 1, Integer::sum));
        double share = 0;
        for (Map.Entry<Set<String>, Integer> one : counts.entrySet()) {
            long alike = -1;
            for (Map.Entry<Set<String>, Integer> other : counts.entrySet()) {
                alike += Collections.disjoint(one.getKey(), other.getKey()) ? 0 : other.getValue();
            }
            share += one.getValue() * (double) alike;
        }
        return share / genres.size() / (genres.size() - 1.0);
    }
}
