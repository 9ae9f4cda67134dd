package segue.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import segue.audio.decode.AudioWriter;

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

    private static final int RATE = 44_100;

    private Rehearsal() {}

    /// @param args an empty folder to work in
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Path plays = Files.writeString(folder.resolve("plays.csv"), PLAYS);
        String library = folder.resolve("library").toString();
        Path music = Files.createDirectory(folder.resolve("music"));
        AudioWriter.write(
                music.resolve("Northern Pines - Cold Water.wav"), RATE, Map.of(), tone(220));
        AudioWriter.write(
                music.resolve("Velvet Static - Low Tide.flac"), RATE, Map.of(), tone(330));
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
                        + run("similar", "Glass Harbour", "--library", library)
                        + run("listen", music.toString(), "--library", library)
                        + run("similar", "Low Tide", "--by", "sound", "--library", library)
                        + run("duplicates", "--library", library);
        System.exit(failures);
    }

    /// Six seconds, on and off four times a second.
    private static float[] tone(int hertz) {
        float[] samples = new float[6 * RATE];
        for (int i = 0; i < samples.length; i++) {
            samples[i] =
                    i % (RATE / 2) < RATE / 4
                            ? (float) (.5 * Math.sin(2 * Math.PI * hertz * i / RATE))
                            : 0;
        }
        return samples;
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
