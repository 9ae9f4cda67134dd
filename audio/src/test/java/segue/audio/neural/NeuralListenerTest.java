package segue.audio.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.decode.AudioWriter;
import segue.core.math.Matrix;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;

class NeuralListenerTest {

    private static final NetworkSettings SMALL = new NetworkSettings(16, 16, 8, 8, 4, 8, 3e-3, 0);

    @TempDir Path folder;
    private final List<Path> patches = new ArrayList<>();

    /// Tracks whose energy lies low or high, in turn.
    @BeforeEach
    void patches() throws IOException {
        SplittableRandom random = new SplittableRandom(5);
        for (int track = 0; track < 24; track++) {
            byte[] values = new byte[4 * MelPatches.VALUES];
            int middle = track % 2 == 0 ? 30 : 90;
            for (int i = 0; i < values.length; i++) {
                int off = Math.abs(i % MelPatches.BANDS - middle);
                values[i] = (byte) Math.max(0, 200 - 8 * off + random.nextInt(40));
            }
            Path file = folder.resolve(track + ".mel");
            Files.write(file, values);
            patches.add(file);
        }
    }

    @Test
    void tellsTheTargetsOfTracksItHasNoneOfEvenThroughACrash() {
        Matrix targets = Matrix.zeros(24, 2);
        Matrix trust = Matrix.zeros(1, 24);
        for (int track = 0; track < 24; track++) {
            targets.values()[2 * track] = track % 2 == 0 ? 1 : -1;
            targets.values()[2 * track + 1] = track % 2 == 0 ? 5 : 6;
            trust.values()[track] = track < 18 ? 1 : 0;
        }
        Path work = folder.resolve("work");
        List<Long> epochs = new ArrayList<>();
        Progress progress = (_, done, _, _) -> epochs.add(done);
        // The process ends itself after its third epoch, as it would in a native crash.
        Matrix told =
                new NeuralListener(SMALL, work, List.of("3"))
                        .tell(patches, targets, trust, new Run(1, 2, progress));
        for (int track = 18; track < 24; track++) {
            assertThat(told.at(track, 0) > 0).as("track %d", track).isEqualTo(track % 2 == 0);
            assertThat(told.at(track, 1) < 5.5).as("track %d", track).isEqualTo(track % 2 == 0);
        }
        assertThat(epochs).startsWith(1L, 2L, 3L, 4L).doesNotHaveDuplicates();
        assertThat(work).doesNotExist();
    }

    @Test
    void tellsTracksApartWithoutTargetsAndStopsWhenAskedTo() {
        Matrix embeddings =
                new NeuralListener(SMALL, folder.resolve("a"))
                        .embed(patches, new Run(1, 2, Progress.NONE));
        assertThat(dot(embeddings, 0, 2)).isGreaterThan(dot(embeddings, 0, 3));
        assertThat(dot(embeddings, 5, 7)).isGreaterThan(dot(embeddings, 5, 8));

        AtomicReference<Run> self = new AtomicReference<>();
        Run stopped = new Run(1, 2, (_, _, _, _) -> self.get().cancel());
        self.set(stopped);
        NeuralListener listener = new NeuralListener(SMALL.withEpochs(1000), folder.resolve("b"));
        assertThatThrownBy(() -> listener.embed(patches, stopped))
                .isInstanceOf(SegueException.Cancelled.class);
        // What was learned stays, for the next time.
        assertThat(folder.resolve("b").resolve("state.properties")).exists();
    }

    @Test
    void patchesOfATrackAreEvenlySpacedAndBounded() {
        float[] tone = new float[22_050 * 200];
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) (.5 * Math.sin(2 * Math.PI * 440 * i / 22_050));
        }
        Path music = folder.resolve("tone.wav");
        AudioWriter.write(music, 22_050, Map.of(), tone);
        Path file = folder.resolve("tone.mel");
        MelPatches.write(music, file, () -> false);
        MelPatches heard = MelPatches.read(file);
        assertThat(heard.count()).isEqualTo(MelPatches.MOST);
        float[] values = new float[MelPatches.VALUES];
        heard.copy(10, values, 0);
        int loudest = 0;
        for (int band = 0; band < MelPatches.BANDS; band++) {
            loudest = at(values, band) > at(values, loudest) ? band : loudest;
        }
        // 440 Hz is 550 mel, of 32 to 3,174 in 129 steps: the 21st triangle.
        assertThat(loudest).isEqualTo(20);
        assertThat(at(values, loudest)).isGreaterThan(.7f);
        assertThat(at(values, 100)).isLessThan(.2f);
    }

    private static float at(float[] patch, int band) {
        return patch[band * MelPatches.FRAMES + 30];
    }

    private static float dot(Matrix rows, int one, int other) {
        float sum = 0;
        for (int c = 0; c < rows.columns(); c++) {
            sum += rows.at(one, c) * rows.at(other, c);
        }
        return sum;
    }
}
