package segue.engine.listen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.library.Library;

/// Listening in a process of its own.
class ListenProcessTest {

    @TempDir Path folder;
    private Path music;

    @BeforeEach
    void write() throws IOException {
        music = Files.createDirectories(folder.resolve("music/sub")).getParent();
        for (int i = 0; i < 3; i++) {
            Songs.write(music.resolve("sub/" + i + ".wav"), i, "Low", "Song " + i);
        }
        Songs.write(music.resolve("z.wav"), 9, "Low", "Last");
    }

    private static List<String> child(List<String> before, String... arguments) {
        List<String> command = new ArrayList<>(before);
        command.addAll(
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ListenChild.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void whatWasHeardBeforeAKillIsKeptAndTheRestIsHeardNext() throws Exception {
        Path library = folder.resolve("library");
        Process child = start(child(List.of(), "stop", library.toString(), music.toString(), "2"));
        try (BufferedReader out = child.inputReader()) {
            assertThat(out.readLine()).isEqualTo("within");
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        try (Library open = Library.open(library)) {
            assertThat(open.heard().tracks()).hasSize(2);
            ListenReport rest =
                    Listening.listen(
                            open, ListenRequest.of(List.of(music)), new Run(1, 1, Progress.NONE));
            assertThat(rest.unchanged()).isEqualTo(2);
            assertThat(rest.heard()).isEqualTo(2);
        }
    }

    /// The administrator may read everything, unless that right is given up.
    @Test
    void aFolderWithoutRightsIsToldOfAndNothingInItIsGone() throws Exception {
        Path library = folder.resolve("library");
        try (Library open = Library.open(library)) {
            Listening.listen(open, ListenRequest.of(List.of(music)), new Run(1, 2, Progress.NONE));
        }
        Path closed = music.resolve("sub");
        Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
        List<String> before =
                Files.isReadable(closed)
                        ? List.of("setpriv", "--bounding-set=-dac_override,-dac_read_search")
                        : List.of();
        try (BufferedReader out =
                start(child(before, "report", library.toString(), music.toString()))
                        .inputReader()) {
            assertThat(out.lines())
                    .containsExactly("gone 0", "unchanged 1", Failure.Kind.UNREADABLE.words());
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
