package segue.engine.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.engine.Json;
import segue.engine.Segue;

class DryRunTest {

    @TempDir Path folder;

    @Test
    void saysALineAFileInTheOrderOfTheirPaths() throws IOException {
        Songs.write(folder.resolve("b.flac"), 1, "Low", "Lazy");
        Songs.write(folder.resolve("c.wav"), 2, "Low", "Lullaby");
        Files.writeString(folder.resolve("a.mp3"), "no music");
        List<DryLine> lines = new ArrayList<>();
        int heard =
                Segue.dryListen(
                        ListenRequest.of(List.of(folder)),
                        new Run(1, 2, Progress.NONE),
                        lines::add);
        assertThat(heard).isEqualTo(2);
        Path real = folder.toRealPath();
        assertThat(lines)
                .extracting(DryLine::path)
                .containsExactly(
                        real.resolve("a.mp3").toString(),
                        real.resolve("b.flac").toString(),
                        real.resolve("c.wav").toString());
        assertThat(Json.line(lines.getFirst()))
                .startsWith("{\"path\":\"" + real.resolve("a.mp3"))
                .contains("\"kind\":\"not-audio\",\"error\":\"")
                .doesNotContain("\n");
        assertThat(Json.line(lines.get(1)))
                .startsWith("{\"path\":\"" + real.resolve("b.flac"))
                .doesNotContain("\n", "\"error\"")
                .containsSubsequence(
                        "\"artist\":\"Low\"",
                        "\"title\":\"Lazy\"",
                        "\"durationSeconds\":12.0",
                        "\"bpm\":",
                        "\"bpmConfidence\":",
                        "\"firstBeatSeconds\":",
                        "\"beatsPerBar\":",
                        "\"key\":",
                        "\"camelot\":",
                        "\"keyConfidence\":",
                        "\"integratedLufs\":-",
                        "\"loudnessRangeLu\":",
                        "\"truePeakDbtp\":",
                        "\"energy\":",
                        "\"danceability\":",
                        "\"codec\":\"flac\"",
                        "\"sampleRate\":44100",
                        "\"damage\":null");
    }
}
