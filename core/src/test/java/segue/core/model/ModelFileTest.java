package segue.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.data.Ids;
import segue.core.data.Weighting;
import segue.core.data.Weights;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.run.SegueException;

class ModelFileTest {

    @TempDir Path folder;

    static TrainedModel factors(List<String> users, List<String> items, int rank, float first) {
        Matrix idf = Matrix.zeros(1, items.size());
        Arrays.fill(idf.values(), .5f);
        FoldIn foldIn = new LeastSquaresFoldIn(filled(rank, rank, 1.5f), 5, 1, 1, 100, .1 + .2);
        return new TrainedModel(
                new FactorModel(
                        filled(users.size(), rank, first), filled(items.size(), rank, -2), foldIn),
                Ids.of(users),
                Ids.of(items),
                new Weights(new Weighting.Bm25(1.2, .75), idf, 12.25),
                3.5f,
                manifest());
    }

    private static Manifest manifest() {
        return new Manifest(
                "mine",
                "als",
                new TreeMap<>(Map.of("rank", "3", "alpha", "5.0")),
                42,
                "abc",
                new TreeMap<>(Map.of("of", "listeners", "note", "\"ö\n")),
                new TreeMap<>(Map.of("loss", .0288)),
                "0.1.0");
    }

    private static Matrix filled(int rows, int columns, float first) {
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = first + i * .25f;
        }
        return new Matrix(rows, columns, values);
    }

    private static TrainedModel small() {
        return factors(List.of("u1", "u2"), List.of("Björk", "Radiohead", "坂本龍一"), 3, .5f);
    }

    private Path saved() {
        Path file = folder.resolve("mine" + ModelFile.SUFFIX);
        ModelFile.write(file, small());
        return file;
    }

    @Property(tries = 60)
    void whatWasWrittenIsRead(@ForAll("models") TrainedModel model) throws IOException {
        Path file = Files.createTempFile("segue", ModelFile.SUFFIX);
        try {
            ModelFile.write(file, model);
            assertThat(ModelFile.read(file)).isEqualTo(model);
            assertThat(ModelFile.manifest(file)).isEqualTo(model.manifest());
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<TrainedModel> models() {
        Arbitrary<List<String>> ids =
                Arbitraries.strings()
                        .ofMaxLength(5)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(9)
                        .uniqueElements();
        Arbitrary<TrainedModel> factors =
                Combinators.combine(
                                ids,
                                ids,
                                Arbitraries.integers().between(1, 9),
                                Arbitraries.floats())
                        .as(ModelFileTest::factors);
        Arbitrary<TrainedModel> popularity =
                Combinators.combine(ids, ids, Arbitraries.floats()).as(ModelFileTest::popularity);
        Arbitrary<TrainedModel> neighbours =
                Combinators.combine(ids, ids, Arbitraries.floats()).as(ModelFileTest::neighbours);
        Arbitrary<TrainedModel> userNeighbours =
                Combinators.combine(ids, ids, Arbitraries.floats())
                        .as(ModelFileTest::userNeighbours);
        Arbitrary<TrainedModel> blend =
                Combinators.combine(ids, ids, Arbitraries.floats()).as(ModelFileTest::blend);
        return Arbitraries.oneOf(factors, popularity, neighbours, userNeighbours, blend);
    }

    private static TrainedModel blend(List<String> users, List<String> items, float first) {
        Matrix vectors = filled(items.size(), 2, first);
        Matrix people = filled(users.size(), 2, 1);
        Weights log = new Weights(new Weighting.Log1p(), Matrix.zeros(1, 0), 0);
        Weights tfidf = new Weights(new Weighting.TfIdf(), filled(1, items.size(), 3), 0);
        return plain(
                new BlendModel(
                        List.of(
                                new BlendModel.Member(
                                        new FactorModel(
                                                people,
                                                vectors,
                                                new NonNegativeFoldIn(filled(2, 2, 1), .1, .2)),
                                        log,
                                        .7),
                                new BlendModel.Member(
                                        new FactorModel(
                                                people,
                                                vectors,
                                                new ProjectionFoldIn(
                                                        diagonal(items.size(), 2, first))),
                                        tfidf,
                                        -.1),
                                new BlendModel.Member(
                                        userNeighbours(users, items, first).model(), tfidf, 2)),
                        150),
                users,
                items);
    }

    private static TrainedModel neighbours(List<String> users, List<String> items, float first) {
        return plain(
                new NeighbourModel(users.size(), diagonal(items.size(), items.size(), first)),
                users,
                items);
    }

    private static TrainedModel userNeighbours(
            List<String> users, List<String> items, float first) {
        return plain(
                new UserNeighbourModel(
                        diagonal(users.size(), items.size(), first),
                        diagonal(items.size(), users.size(), 1),
                        new Weights(new Weighting.TfIdf(), filled(1, items.size(), 2), 0),
                        7,
                        diagonal(users.size(), users.size(), first)),
                users,
                items);
    }

    private static SparseMatrix diagonal(int rows, int columns, float first) {
        int size = Math.min(rows, columns);
        int[] starts = new int[rows + 1];
        Arrays.setAll(starts, row -> Math.min(row, size));
        int[] places = new int[size];
        Arrays.setAll(places, i -> i);
        return new SparseMatrix(rows, columns, starts, places, filled(1, size, first).values());
    }

    private static TrainedModel popularity(List<String> users, List<String> items, float first) {
        return plain(
                new PopularityModel(users.size(), filled(1, items.size(), first)), users, items);
    }

    private static TrainedModel plain(Model model, List<String> users, List<String> items) {
        return new TrainedModel(
                model,
                Ids.of(users),
                Ids.of(items),
                new Weights(new Weighting.Binary(), Matrix.zeros(1, 0), 0),
                1,
                manifest());
    }

    @Test
    void theSameModelGivesTheSameBytes() throws IOException {
        Path first = saved();
        Path second = folder.resolve("again" + ModelFile.SUFFIX);
        ModelFile.write(second, small());
        assertThat(second).hasSameBinaryContentAs(first);
    }

    @Test
    void everySingleDamagedByteIsNoticed() throws IOException {
        Path file = saved();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(file, damaged);
            assertThatThrownBy(() -> ModelFile.read(file))
                    .as("byte %d of %d", at, whole.length)
                    .isInstanceOf(SegueException.BadInput.class)
                    .hasMessageContaining("mine.safetensors")
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        Path file = saved();
        byte[] whole = Files.readAllBytes(file);
        for (int length : IntStream.range(0, whole.length).toArray()) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ModelFile.read(file))
                    .as("cut to %d bytes", length)
                    .isInstanceOf(SegueException.BadInput.class);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("should hold");
    }

    @Test
    void aNewerFormatIsRefusedWithTheWayOut() throws IOException {
        Path file = saved();
        replace(file, "\"segue\":\"1\"", "\"segue\":\"2\"");
        assertThatThrownBy(() -> ModelFile.read(file))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining("newer Segue")
                .hasMessageContaining("update Segue");
        assertThatThrownBy(() -> ModelFile.manifest(file)).hasMessageContaining("newer Segue");
    }

    @Test
    void aForeignSafetensorsFileIsToldApart() throws IOException {
        byte[] header = "{\"__metadata__\":{\"format\":\"pt\"}}".getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(8 + header.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(header.length).put(header);
        Path file = Files.write(folder.resolve("foreign.safetensors"), bytes.array());
        assertThatThrownBy(() -> ModelFile.read(file)).hasMessageContaining("not a Segue model");
    }

    @Test
    void aMissingFileIsNotFound() {
        assertThatThrownBy(() -> ModelFile.read(folder.resolve("none.safetensors")))
                .isInstanceOf(SegueException.NotFound.class);
    }

    @Test
    void leavesNothingBehindWhenTheFolderCannotBeWritten() throws IOException {
        Path blocked = Files.createFile(folder.resolve("blocked"));
        assertThatThrownBy(() -> ModelFile.write(blocked.resolve("m.safetensors"), small()))
                .isInstanceOf(SegueException.Failed.class)
                .hasMessageContaining("Nothing was changed");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(blocked);
        }
    }

    @Test
    void numbersLieAlignedInTheFile() throws IOException {
        byte[] whole = Files.readAllBytes(saved());
        long header = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getLong();
        assertThat(header % 8).isZero();
    }

    private static void replace(Path file, String what, String with) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        assertThat(text).contains(what);
        Files.writeString(file, text.replace(what, with), StandardCharsets.ISO_8859_1);
    }
}
