package segue.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import segue.engine.Segue;
import segue.library.LibraryOptions;

/// A server in a process of its own, which can be killed.
record Alone(Process process, int port) {

    /// Says its port, and runs until it is killed.
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        Segue segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        Server server = Server.start(segue, Small.options(folder), Small.NO_COMMANDS);
        System.out.println("port " + server.port());
        new CountDownLatch(1).await();
    }

    static Alone start(Path folder) throws IOException {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--add-modules",
                                "jdk.incubator.vector",
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Alone.class.getName(),
                                folder.toString())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        BufferedReader out =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).startsWith("port ");
        return new Alone(process, Integer.parseInt(line.substring(5)));
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
