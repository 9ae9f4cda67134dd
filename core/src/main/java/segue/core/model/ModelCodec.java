package segue.core.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.core.data.Ids;
import segue.core.data.Weighting;
import segue.core.data.Weights;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;

/// Trained models ↔ the metadata and tensors of a model file: the one place that knows which model
/// shape has which parts. `docs/model-file.md` lists the names.
final class ModelCodec {

    private ModelCodec() {}

    static SequencedMap<String, String> metadata(TrainedModel trained) {
        Manifest manifest = trained.manifest();
        SequencedMap<String, String> map = new LinkedHashMap<>();
        map.put("segue", Integer.toString(ModelFile.FORMAT));
        map.put("kind", kind(trained.model()));
        map.put("name", manifest.name());
        map.put("algorithm", manifest.algorithm());
        manifest.settings().forEach((key, value) -> map.put("settings." + key, value));
        map.put("seed", Long.toString(manifest.seed()));
        map.put("fingerprint", manifest.fingerprint());
        manifest.about().forEach((key, value) -> map.put("about." + key, value));
        manifest.metrics().forEach((key, value) -> map.put("metrics." + key, value.toString()));
        map.put("version", manifest.version());
        map.put("weighting", trained.weights().weighting().spelled());
        map.put("meanLength", Double.toString(trained.weights().meanLength()));
        map.put("typicalWeight", Float.toString(trained.typicalWeight()));
        switch (trained.model()) {
            case FactorModel model -> {
                FoldIn foldIn = model.foldIn();
                map.put("foldIn.alpha", Double.toString(foldIn.alpha()));
                map.put("foldIn.unobserved", Double.toString(foldIn.unobserved()));
                map.put("foldIn.subtracted", Double.toString(foldIn.subtracted()));
                map.put("foldIn.regularization", Double.toString(foldIn.regularization()));
                map.put("foldIn.perItem", Double.toString(foldIn.perItem()));
            }
            case UserNeighbourModel model -> {
                map.put("neighbours", Integer.toString(model.neighbours()));
                map.put("profileWeighting", model.weights().weighting().spelled());
                map.put("profileMeanLength", Double.toString(model.weights().meanLength()));
            }
            case NeighbourModel _, PopularityModel _ -> {}
        }
        return map;
    }

    private static String kind(Model model) {
        return switch (model) {
            case FactorModel _ -> "factors";
            case NeighbourModel _ -> "neighbours";
            case UserNeighbourModel _ -> "userNeighbours";
            case PopularityModel _ -> "popularity";
        };
    }

    static List<Tensor> tensors(TrainedModel trained) {
        List<Tensor> tensors = new ArrayList<>();
        switch (trained.model()) {
            case FactorModel model -> {
                tensors.add(Tensor.of("userFactors", model.userFactors()));
                tensors.add(Tensor.of("itemFactors", model.itemFactors()));
                tensors.add(Tensor.of("gram", model.foldIn().gram()));
            }
            case NeighbourModel model -> tensors.addAll(Tensor.of("links", model.links()));
            case UserNeighbourModel model -> {
                tensors.addAll(Tensor.of("histories", model.histories()));
                tensors.addAll(Tensor.of("profiles", model.profiles()));
                tensors.add(Tensor.of("profileIdf", model.weights().idf()));
            }
            case PopularityModel model -> tensors.add(Tensor.of("popularity", model.popularity()));
        }
        tensors.add(Tensor.of("idf", trained.weights().idf()));
        IdBytes users = IdBytes.of(trained.users());
        IdBytes items = IdBytes.of(trained.items());
        // Bytes last, so that all numbers lie aligned.
        tensors.add(users.offsets("userOffsets"));
        tensors.add(items.offsets("itemOffsets"));
        tensors.add(users.text("userIds"));
        tensors.add(items.text("itemIds"));
        return tensors;
    }

    static Manifest manifest(ModelHeader header) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        header.under("metrics").forEach((key, value) -> metrics.put(key, Double.valueOf(value)));
        return new Manifest(
                header.text("name"),
                header.text("algorithm"),
                new TreeMap<>(header.under("settings")),
                Long.parseLong(header.text("seed")),
                header.text("fingerprint"),
                new TreeMap<>(header.under("about")),
                metrics,
                header.text("version"));
    }

    /// @param data everything after the header
    /// @throws IllegalArgumentException if something is missing or does not fit
    static TrainedModel decode(ModelHeader header, MemorySegment data) {
        Ids users = ids(header, data, "user");
        Ids items = ids(header, data, "item");
        Model model =
                switch (header.text("kind")) {
                    case "factors" -> factors(header, data);
                    case "neighbours" ->
                            new NeighbourModel(
                                    users.size(), sparse(header, data, "links", items.size()));
                    case "userNeighbours" ->
                            new UserNeighbourModel(
                                    sparse(header, data, "histories", items.size()),
                                    sparse(header, data, "profiles", users.size()),
                                    new Weights(
                                            Weighting.parse(header.text("profileWeighting")),
                                            matrix(header, data, "profileIdf"),
                                            number(header, "profileMeanLength")),
                                    Integer.parseInt(header.text("neighbours")));
                    case "popularity" ->
                            new PopularityModel(users.size(), matrix(header, data, "popularity"));
                    case String other ->
                            throw new IllegalArgumentException("unknown kind '" + other + "'");
                };
        Weights weights =
                new Weights(
                        Weighting.parse(header.text("weighting")),
                        matrix(header, data, "idf"),
                        number(header, "meanLength"));
        float typicalWeight = Float.parseFloat(header.text("typicalWeight"));
        return new TrainedModel(model, users, items, weights, typicalWeight, manifest(header));
    }

    private static FactorModel factors(ModelHeader header, MemorySegment data) {
        return new FactorModel(
                matrix(header, data, "userFactors"),
                matrix(header, data, "itemFactors"),
                new FoldIn(
                        matrix(header, data, "gram"),
                        number(header, "foldIn.alpha"),
                        number(header, "foldIn.unobserved"),
                        number(header, "foldIn.subtracted"),
                        number(header, "foldIn.regularization"),
                        number(header, "foldIn.perItem")));
    }

    private static double number(ModelHeader header, String key) {
        return Double.parseDouble(header.text(key));
    }

    private static Matrix matrix(ModelHeader header, MemorySegment data, String name) {
        ModelHeader.Place place = header.place(name, Tensor.Type.F32);
        if (place.shape().size() != 2) {
            throw new IllegalArgumentException("'" + name + "' is no matrix");
        }
        float[] values = new float[place.elements()];
        MemorySegment.copy(data, Tensor.FLOAT, place.from(), values, 0, values.length);
        return new Matrix(
                Math.toIntExact(place.shape().get(0)),
                Math.toIntExact(place.shape().get(1)),
                values);
    }

    private static SparseMatrix sparse(
            ModelHeader header, MemorySegment data, String name, int columns) {
        int[] starts = ints(header, data, name + "Starts");
        ModelHeader.Place place = header.place(name + "Values", Tensor.Type.F32);
        float[] values = new float[place.elements()];
        MemorySegment.copy(data, Tensor.FLOAT, place.from(), values, 0, values.length);
        return new SparseMatrix(
                starts.length - 1, columns, starts, ints(header, data, name + "Columns"), values);
    }

    private static int[] ints(ModelHeader header, MemorySegment data, String name) {
        ModelHeader.Place place = header.place(name, Tensor.Type.I32);
        int[] ints = new int[place.elements()];
        MemorySegment.copy(data, Tensor.INT, place.from(), ints, 0, ints.length);
        return ints;
    }

    private static Ids ids(ModelHeader header, MemorySegment data, String name) {
        ModelHeader.Place place = header.place(name + "Ids", Tensor.Type.U8);
        byte[] text = new byte[place.elements()];
        MemorySegment.copy(data, ValueLayout.JAVA_BYTE, place.from(), text, 0, text.length);
        return new IdBytes(ints(header, data, name + "Offsets"), text).ids();
    }
}
