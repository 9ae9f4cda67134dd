package segue.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.Analyzer;
import segue.audio.tag.Tags;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;

class StudioTest {

    private static final World WORLD = World.of(77);

    @TempDir Path folder;

    @Test
    void tagsNameTheTrackButNotItsTempoOrKey() {
        List<Composed> tracks = new Studio(WORLD, folder, Run.quiet(77)).record(9);
        assertThat(tracks).hasSize(9);
        assertThat(tracks.stream().map(track -> track.artist().genre()).distinct())
                .hasSize(Genre.values().length);
        Composed last = tracks.getLast();
        assertThat(last.artist()).isEqualTo(tracks.getFirst().artist());
        assertThat(folder.relativize(last.file()).getNameCount()).isEqualTo(3);
        Tags tags = Analyzer.analyze(last.file(), () -> false).tags();
        assertThat(tags.title()).contains(last.title());
        assertThat(tags.artists()).containsExactly(last.artist().name());
        assertThat(tags.album()).contains(last.file().getParent().getFileName().toString());
        assertThat(tags.track()).hasValue(last.artist().tracks().size());
        assertThat(tags.genres()).containsExactly(last.artist().genre().word());
        assertThat(tags.year()).isPresent();
        assertThat(tags.bpm()).isEmpty();
        assertThat(tags.key()).isEmpty();
    }

    @Test
    void writesTheSameBytesOnOneThreadAndOnTwo() throws IOException {
        Path one = folder.resolve("one");
        Path two = folder.resolve("two");
        List<Composed> alone = new Studio(WORLD, one, new Run(77, 1, Progress.NONE)).record(3);
        List<Composed> together = new Studio(WORLD, two, new Run(77, 2, Progress.NONE)).record(3);
        for (int i = 0; i < alone.size(); i++) {
            Path file = together.get(i).file();
            assertThat(two.relativize(file)).isEqualTo(one.relativize(alone.get(i).file()));
            assertThat(file).hasSameBinaryContentAs(alone.get(i).file());
        }
    }

    @Test
    void stopsWhenAskedAndLeavesNoUnfinishedFiles() throws IOException {
        List<Run> runs = new ArrayList<>();
        Progress stopping = (_, _, _, _) -> runs.getFirst().cancel();
        runs.add(new Run(77, 2, stopping));
        assertThatThrownBy(() -> new Studio(WORLD, folder, runs.getFirst()).record(50))
                .isInstanceOf(SegueException.Cancelled.class);
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile).toList())
                    .hasSizeBetween(1, 2)
                    .allMatch(file -> file.toString().endsWith(".flac"));
        }
    }
}
