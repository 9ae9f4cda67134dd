package segue.core.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import segue.core.data.Ids;
import segue.core.data.Weighting;
import segue.core.data.Weights;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;

/// Puts a model together from the parts that [PartsWriter] made. Every method throws
/// IllegalArgumentException if a part is missing or does not fit.
///
/// @param prefix what stands before each name
/// @param data everything after the header
record PartsReader(String prefix, ModelHeader header, MemorySegment data) {

    Weights weights() {
        return new Weights(Weighting.parse(text("weighting")), matrix("idf"), number("meanLength"));
    }

    Model model(int users, int items) {
        return switch (text("kind")) {
            case "factors" ->
                    new FactorModel(matrix("userFactors"), matrix("itemFactors"), foldIn());
            case "neighbours" -> new NeighbourModel(users, sparse("links", items));
            case "userNeighbours" ->
                    new UserNeighbourModel(
                            sparse("histories", items),
                            sparse("profiles", users),
                            within("profile.").weights(),
                            Integer.parseInt(text("neighbours")),
                            header.has(prefix + "userLinksStarts")
                                    ? sparse("userLinks", users)
                                    : SparseMatrix.empty(users, users));
            case "popularity" -> new PopularityModel(users, matrix("popularity"));
            case "blend" -> blend(users, items);
            case String other -> throw new IllegalArgumentException("unknown kind '" + other + "'");
        };
    }

    private FoldIn foldIn() {
        return switch (text("foldIn")) {
            case "leastSquares" ->
                    new LeastSquaresFoldIn(
                            matrix("gram"),
                            number("foldIn.alpha"),
                            number("foldIn.unobserved"),
                            number("foldIn.subtracted"),
                            number("foldIn.regularization"),
                            number("foldIn.perItem"));
            case "nonNegative" ->
                    new NonNegativeFoldIn(matrix("gram"), number("foldIn.l1"), number("foldIn.l2"));
            case "projection" ->
                    new ProjectionFoldIn(sparse("inputs", matrixColumns("itemFactors")));
            case "mapped" -> new MappedFoldIn(matrix("map"), matrix("start"));
            case "rating" ->
                    new RatingFoldIn(
                            matrix("start"),
                            number("foldIn.perItem"),
                            number("foldIn.offset"),
                            number("foldIn.scale"));
            case String other ->
                    throw new IllegalArgumentException("unknown fold-in '" + other + "'");
        };
    }

    private BlendModel blend(int users, int items) {
        List<BlendModel.Member> members = new ArrayList<>();
        int count = Integer.parseInt(text("members"));
        for (int i = 0; i < count; i++) {
            PartsReader parts = within("member" + i + ".");
            members.add(
                    new BlendModel.Member(
                            parts.model(users, items), parts.weights(), parts.number("weight")));
        }
        return new BlendModel(members, Integer.parseInt(text("candidates")));
    }

    Ids ids(String name) {
        ModelHeader.Place place = header.place(prefix + name + "Ids", Tensor.Type.U8);
        byte[] text = new byte[place.elements()];
        MemorySegment.copy(data, ValueLayout.JAVA_BYTE, place.from(), text, 0, text.length);
        return new IdBytes(ints(name + "Offsets"), text).ids();
    }

    private PartsReader within(String name) {
        return new PartsReader(prefix + name, header, data);
    }

    private String text(String name) {
        return header.text(prefix + name);
    }

    private double number(String name) {
        return Double.parseDouble(text(name));
    }

    private Matrix matrix(String name) {
        ModelHeader.Place place = place(name);
        return new Matrix(
                Math.toIntExact(place.shape().get(0)),
                Math.toIntExact(place.shape().get(1)),
                floats(place));
    }

    private int matrixColumns(String name) {
        return Math.toIntExact(place(name).shape().get(1));
    }

    private ModelHeader.Place place(String name) {
        ModelHeader.Place place = header.place(prefix + name, Tensor.Type.F32);
        if (place.shape().size() != 2) {
            throw new IllegalArgumentException("'" + prefix + name + "' is no matrix");
        }
        return place;
    }

    private SparseMatrix sparse(String name, int columns) {
        int[] starts = ints(name + "Starts");
        float[] values = floats(header.place(prefix + name + "Values", Tensor.Type.F32));
        return new SparseMatrix(starts.length - 1, columns, starts, ints(name + "Columns"), values);
    }

    private float[] floats(ModelHeader.Place place) {
        float[] floats = new float[place.elements()];
        MemorySegment.copy(data, Tensor.FLOAT, place.from(), floats, 0, floats.length);
        return floats;
    }

    private int[] ints(String name) {
        ModelHeader.Place place = header.place(prefix + name, Tensor.Type.I32);
        int[] ints = new int[place.elements()];
        MemorySegment.copy(data, Tensor.INT, place.from(), ints, 0, ints.length);
        return ints;
    }
}
