package segue.engine.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import segue.core.math.Matrix;
import segue.core.math.SparseVector;
import segue.core.model.FactorModel;
import segue.core.model.TrainedModel;
import segue.library.Feature;

/// A trained factorisation of features, ready to be asked. Immutable.
final class CategoryModel {

    static final String LOW = "low";
    static final String HIGH = "high";
    static final String LEFT_OUT = "leftOut";
    static final String ELBOW = "elbow";

    private final TrainedModel trained;
    private final FactorModel model;
    private final List<Feature> columns;
    private final Matrix bounds;
    private final List<String> names;

    CategoryModel(TrainedModel trained) {
        this.trained = trained;
        this.model = (FactorModel) trained.model();
        this.columns =
                trained.items().all().stream().map(name -> Feature.of(name).orElseThrow()).toList();
        this.bounds = Matrix.zeros(2, columns.size());
        read(LOW, 0);
        read(HIGH, 1);
        this.names = Naming.names(columns, model.itemFactors());
    }

    private void read(String which, int row) {
        String[] texts = trained.manifest().about().getOrDefault(which, "").split(" ", -1);
        for (int c = 0; c < columns.size(); c++) {
            bounds.values()[bounds.offset(row) + c] = Float.parseFloat(texts[c]);
        }
    }

    static String words(Matrix bounds, int row) {
        return IntStream.range(0, bounds.columns())
                .mapToObj(c -> Float.toString(bounds.at(row, c)))
                .collect(Collectors.joining(" "));
    }

    /// What its training wrote down beside it; empty of categories that are older than that.
    Optional<String> said(String what) {
        return Optional.ofNullable(trained.manifest().about().get(what));
    }

    String name() {
        return trained.manifest().name();
    }

    /// How many tracks it was trained on.
    int size() {
        return trained.users().size();
    }

    /// ‖X − WHᵀ‖ divided by ‖X‖.
    double error() {
        return trained.manifest().metrics().getOrDefault("error", Double.NaN);
    }

    List<Feature> columns() {
        return columns;
    }

    List<String> names() {
        return names;
    }

    /// A track as it was trained, else projected on the same components; of length 1. Empty where a
    /// feature is missing.
    float[] place(FeatureSet set, int row) {
        OptionalInt known = trained.users().row(set.track(row).id());
        return Factors.unit(
                known.isPresent()
                        ? model.userFactors().row(known.getAsInt())
                        : project(Scaled.row(set, row, columns, bounds)));
    }

    boolean knows(FeatureSet set, int row) {
        return trained.users().row(set.track(row).id()).isPresent();
    }

    /// What the components have of a new track, without learning anew.
    ///
    /// @param scaled 0..1; a missing feature makes the answer empty
    float[] project(float[] scaled) {
        int[] filled = IntStream.range(0, scaled.length).filter(c -> scaled[c] > 0).toArray();
        for (float value : scaled) {
            if (Float.isNaN(value)) {
                return new float[0];
            }
        }
        float[] values = new float[filled.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = scaled[filled[i]];
        }
        return model.foldIn().user(model.itemFactors(), new SparseVector(filled, values));
    }

    /// The component that a track has most of.
    static int dominant(float[] place) {
        int best = 0;
        for (int k = 1; k < place.length; k++) {
            best = place[k] > place[best] ? k : best;
        }
        return best;
    }

    /// The components, with how many of the trained tracks they dominate.
    List<Categories.Category> categories() {
        int[] counts = new int[names.size()];
        for (int row = 0; row < model.users(); row++) {
            counts[dominant(model.userFactors().row(row))]++;
        }
        List<Categories.Category> list = new ArrayList<>();
        for (int k = 0; k < counts.length; k++) {
            SequencedMap<String, Double> loadings = new LinkedHashMap<>();
            for (int feature : Naming.order(model.itemFactors(), k)) {
                loadings.put(
                        columns.get(feature).column(), (double) model.itemFactors().at(feature, k));
            }
            list.add(new Categories.Category(names.get(k), counts[k], loadings));
        }
        return list;
    }

    static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (double) a[k] * b[k];
        }
        return Math.clamp(sum, 0, 1);
    }

    @Override
    public String toString() {
        return trained.manifest().name() + Arrays.toString(names.toArray());
    }
}
