package segue.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.SegueException;

/// Several processes and one library.
class ProcessTest {

    @TempDir Path folder;

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    /// From now on no file of `process` may grow beyond `bytes` (Linux).
    private static void limit(Process process, long bytes) throws Exception {
        Process limit =
                start(
                        List.of(
                                "prlimit",
                                "--pid",
                                String.valueOf(process.pid()),
                                "--fsize=" + bytes));
        assertThat(limit.waitFor()).isZero();
    }

    private static List<String> child(String... arguments) {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:TieredStopAtLevel=1",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                ChildProcess.class.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Test
    void keepsFinishedImportsAndNothingElseWhenKilled() throws Exception {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("first.csv", "user,artist,plays\nana,Low,3\n");
        }
        StringBuilder text = new StringBuilder("user,artist,track,time\n");
        for (int i = 0; i < 20_000; i++) {
            text.append(
                    "u%d,Band %d,Song %d,%d\n".formatted(i % 50, i % 900, i, 1_500_000_000 + i));
        }
        Path second = Files.writeString(folder.resolve("second.csv"), text);
        Process child =
                start(
                        child(
                                "import",
                                folder.resolve("library").toString(),
                                second.toString(),
                                "plays"));
        try (BufferedReader out = child.inputReader()) {
            assertThat(out.readLine()).isEqualTo("within");
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        try (Fixture fixture = new Fixture(folder)) {
            assertThat(fixture.library().status().sources()).hasSize(1);
            assertThat(fixture.library().status().artists()).isEqualTo(1);
            assertThat(fixture.library().history(Rows.LISTENERS, "ana", Items.ARTISTS))
                    .isEqualTo(Map.of("Low", 3.0));
            assertThat(fixture.plays(second).kept()).isEqualTo(20_000);
        }
    }

    /// A limit on the size of files stands for the disk that has no room: it works for every user.
    @Test
    void saysThatTheDiskIsFullAndKeepsWhatWasThere() throws Exception {
        try (Fixture fixture = new Fixture(folder)) {
            fixture.plays("first.csv", "user,artist,plays\nana,Low,3\n");
        }
        StringBuilder text = new StringBuilder("user,artist,track,time\n");
        for (int i = 0; i < 60_000; i++) {
            text.append(
                    "u%d,Band %x,Song %x,%d\n"
                            .formatted(
                                    i % 50,
                                    i * 0x9E3779B97F4A7C15L,
                                    i * 0xBF58476D1CE4E5B9L,
                                    1_500_000_000 + i));
        }
        Path second = Files.writeString(folder.resolve("second.csv"), text);
        Process child =
                start(
                        child(
                                "import",
                                folder.resolve("library").toString(),
                                second.toString(),
                                "checking"));
        try (BufferedReader out = child.inputReader();
                BufferedWriter in = child.outputWriter()) {
            assertThat(out.readLine()).isEqualTo("within");
            limit(child, 4 << 20);
            in.newLine();
            in.flush();
            assertThat(out.readLine())
                    .isEqualTo(
                            "The disk of the library %s is full; nothing was changed. Make room, or use another --library."
                                    .formatted(folder.toRealPath().resolve("library")));
            child.waitFor();
        }
        try (Fixture fixture = new Fixture(folder)) {
            assertThat(fixture.library().status().sources()).hasSize(1);
            assertThat(fixture.plays(second).kept()).isEqualTo(60_000);
        }
    }

    @Test
    void tellsASecondProcessWhoHasTheLibrary() throws Exception {
        Path library = folder.resolve("library");
        Process child = start(child("hold", library.toString()));
        try (BufferedReader out = child.inputReader()) {
            assertThat(out.readLine()).isEqualTo("within");
            assertThatThrownBy(() -> Library.open(library))
                    .isInstanceOf(SegueException.Busy.class)
                    .hasMessageContaining("is open in another process (pid " + child.pid())
                    .hasMessageContaining("segue import plays big.csv, since ")
                    .hasMessageContaining("use another --library");
            child.toHandle().destroyForcibly();
            child.waitFor();
        }
        Library.open(library).close();
    }

    @Test
    void refusesASecondOpeningInOneProcessAndKeepsTheFirst() {
        try (Fixture first = new Fixture(folder)) {
            assertThatThrownBy(() -> Library.open(folder.resolve("library")))
                    .isInstanceOf(SegueException.Busy.class)
                    .hasMessageContaining("is open in this process");
            assertThat(first.plays("a.csv", "user,artist,plays\nana,Low,3\n").kept()).isEqualTo(1);
        }
    }
}
