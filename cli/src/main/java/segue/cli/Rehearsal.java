package segue.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/// Goes through the usual commands once on a tiny library, so that the JVM can record what they
/// load (its AOT cache). Started by the build, never by people.
final class Rehearsal {

    private static final String PLAYS =
            """
            listener,artist,track,plays
            ada,Northern Pines,Cold Water,7
            ada,Glass Harbour,Lanterns,3
            ben,Northern Pines,Cold Water,2
            ben,Velvet Static,Low Tide,9
            eve,Glass Harbour,Lanterns,4
            eve,Velvet Static,Low Tide,1
            """;

    private Rehearsal() {}

    /// @param args an empty folder to work in
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path plays = Files.writeString(folder.resolve("plays.csv"), PLAYS);
        String library = folder.resolve("library").toString();
        int failures =
                run("--help")
                        + run("--version")
                        + run("import", "plays", plays.toString(), "--library", library)
                        + run("train", "als", "--set", "rank=8", "--library", library)
                        + run("evaluate", "popular", "--library", library, "--holdout", "0.5")
                        + run("models", "--library", library)
                        + run("status", "--library", library)
                        + run("recommend", "--listener", "ada", "--library", library)
                        + run(
                                "recommend",
                                "--like",
                                "velvet static",
                                "--library",
                                library,
                                "--json")
                        + run("similar", "Glass Harbour", "--library", library);
        System.exit(failures);
    }

    private static int run(String... args) {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(
                        nowhere, System.err, false, false, false, 80, Map.of(), new Properties());
        return Main.run(args, terminal);
    }
}
