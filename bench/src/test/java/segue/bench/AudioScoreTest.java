package segue.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AudioScoreTest {

    private static final Clip CLIP = new Clip("a.wav", "house", 124, "Am", 4, .5, "segue");

    @Test
    void keysAreWeightedAsMirexDoes() {
        assertEquals(1, weight("Am", "Am"));
        assertEquals(.5, weight("Am", "Em"));
        assertEquals(.5, weight("Am", "Dm"));
        assertEquals(.3, weight("Am", "C"));
        assertEquals(.3, weight("C", "Am"));
        assertEquals(.2, weight("Am", "A"));
        assertEquals(0, weight("Am", "F#m"));
        assertEquals(0, weight("Am", "E"));
        assertEquals(0, weight("Am", ""));
    }

    @Test
    void octavesCountForTheSecondAccuracyOnly() {
        assertEquals(1, new AudioScore(CLIP, 124.03, "").exact());
        assertEquals(0, new AudioScore(CLIP, 124.06, "").exact());
        assertEquals(1, new AudioScore(CLIP, 120, "").accuracy1());
        assertEquals(0, new AudioScore(CLIP, 118, "").accuracy1());
        assertEquals(0, new AudioScore(CLIP, 62, "").accuracy1());
        assertEquals(1, new AudioScore(CLIP, 62, "").accuracy2());
        assertEquals(1, new AudioScore(CLIP, 41.4, "").accuracy2());
        assertEquals(0, new AudioScore(CLIP, 93, "").accuracy2());
    }

    @Test
    void truthComesBackAsItWasWritten(@TempDir Path folder) throws Exception {
        Clip unknown = new Clip("b.wav", "score, long", 99.5, "", 0, -1, "openmsx");
        Clip.write(List.of(CLIP, unknown), folder);
        assertEquals(List.of(CLIP, unknown), Clip.read(folder.resolve(Clip.TRUTH)));
    }

    @Test
    void predictionsAreReadFromTablesAndFromLines(@TempDir Path folder) throws Exception {
        Path table = folder.resolve("p.csv");
        Files.writeString(table, "file,bpm,key\na.wav,124.5,Am\nb.wav,,\n");
        Map<String, AudioPrediction> rows = AudioPrediction.read(table);
        assertEquals(124.5, rows.get("a.wav").bpm());
        assertEquals(0, rows.get("b.wav").bpm());
        Path lines = folder.resolve("p.jsonl");
        Files.writeString(
                lines,
                "{\"path\":\"/x/a.wav\",\"bpm\":60,\"key\":\"C\",\"energy\":3}\n{\"path\":\"b.wav\",\"bpm\":1}\n");
        rows = AudioPrediction.read(lines);
        assertEquals("C", rows.get("a.wav").key());
        assertTrue(rows.containsKey("b.wav"));
    }

    private static double weight(String truth, String said) {
        Clip clip = new Clip("a.wav", "house", 124, truth, 4, 0, "segue");
        return new AudioScore(clip, 0, said).keyWeight();
    }
}
