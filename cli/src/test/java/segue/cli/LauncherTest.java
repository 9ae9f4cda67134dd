package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How the scripts look for JDK 25, on made-up machines.
class LauncherTest {

    @TempDir Path machine;

    private Path jdk(String where, String version) throws IOException {
        Path home = machine.resolve(where);
        Files.createDirectories(home.resolve("bin"));
        for (String tool : new String[] {"java", "javac"}) {
            Path file = Files.writeString(home.resolve("bin").resolve(tool), "#!/bin/sh\n");
            assertThat(file.toFile().setExecutable(true)).isTrue();
        }
        Files.writeString(
                home.resolve("release"),
                "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
        return home;
    }

    private String found(Map<String, String> environment) throws Exception {
        Path script = Path.of("src/launcher/jdk25.sh").toAbsolutePath();
        ProcessBuilder bash =
                new ProcessBuilder(
                        "/bin/bash",
                        "-c",
                        ". '%s'; find_jdk25 && echo \"$JAVA_HOME\"".formatted(script));
        bash.environment().keySet().removeIf(name -> name.startsWith("JAVA"));
        bash.environment().put("HOME", machine.toString());
        bash.environment().putAll(environment);
        bash.redirectErrorStream(true);
        Process process = bash.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return output.strip();
    }

    @Test
    void javaHomeComesFirst() throws Exception {
        Path home = jdk("here", "25.0.1");
        jdk(".sdkman/candidates/java/25", "25");
        assertThat(found(Map.of("JAVA_HOME", home.toString()))).isEqualTo(home.toString());
    }

    @Test
    void anotherVersionInJavaHomeIsPassedOver() throws Exception {
        Path old = jdk("old", "17.0.2");
        Path onPath = jdk("new", "25");
        assertThat(
                        found(
                                Map.of(
                                        "JAVA_HOME",
                                        old.toString(),
                                        "PATH",
                                        onPath.resolve("bin") + ":/usr/bin:/bin")))
                .isEqualTo(onPath.toRealPath().toString());
    }

    @Test
    void version250IsNot25() throws Exception {
        Path odd = jdk("odd", "250.1");
        assertThat(found(Map.of("JAVA_HOME", odd.toString(), "PATH", "/usr/bin:/bin")))
                .isNotEqualTo(odd.toString());
    }
}
