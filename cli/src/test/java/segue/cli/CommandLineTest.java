package segue.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.audio.decode.AudioWriter;
import segue.library.Library;

/// The commands as people type them, from files to lists, in one process.
class CommandLineTest {

    private static final String PLAYS =
            """
            listener,artist,plays
            ann,Rock One,9
            ann,Rock Two,7
            ben,Rock One,4
            ben,Rock Two,6
            ben,Rock Three,5
            eve,Jazz One,8
            eve,Jazz Two,3
            joe,Jazz One,2
            joe,Jazz Two,2
            joe,Jazz Thrée,9
            """;

    /// A word of a command as a shell sees it: quotes hold words together.
    private static final Pattern WORD = Pattern.compile("'[^']*'|\\S+");

    @TempDir Path folder;
    private Path plays;

    /// What a command printed and answered.
    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        plays = Files.writeString(folder.resolve("plays.csv"), PLAYS);
    }

    private Answer segue(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        true,
                        100,
                        Map.of("SEGUE_LIBRARY", folder.resolve("library").toString()),
                        new Properties());
        int code = Main.run(args, terminal);
        return new Answer(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void train() {
        assertThat(segue("import", "plays", plays.toString()).code()).isZero();
        assertThat(segue("train", "als", "--set", "rank=4").code()).isZero();
    }

    @Test
    void goesFromALogToRecommendations() {
        Answer imported = segue("import", "plays", plays.toString());
        assertThat(imported.out()).contains("read 10, kept 10").contains("Next: segue status");
        assertThat(segue("import", "plays", plays.toString()).out()).contains("nothing changed");
        Answer trained = segue("train", "als", "--set", "rank=4");
        assertThat(trained.out()).contains("als learned from 4 listeners × 6").contains("loss");
        Answer list = segue("recommend", "--listener", "ann", "-n", "2");
        assertThat(list.code()).isZero();
        assertThat(list.out()).contains("For ann").contains("1  Rock Three").contains("Rock Two");
        assertThat(segue("similar", "rock one").out()).contains("Like Rock One");
        assertThat(segue("models").out()).contains("listeners × artists").contains("rank=4");
        assertThat(segue("status").out()).contains("artists").contains(plays.toString());
    }

    @Test
    void answersInJson() {
        train();
        assertThat(segue("recommend", "--like", "jazz three", "-n", "1", "--json").out())
                .startsWith("[ {")
                .contains("\"rank\" : 1", "\"rawScore\" :", "\"kind\" : \"liked\"");
        assertThat(segue("models", "--json").out()).contains("\"algorithm\" : \"als\"");
        assertThat(segue("status", "--json").out()).contains("\"listeners\" : 4");
        assertThat(segue("evaluate", "popular", "--holdout", "0.5", "--json").out())
                .contains("\"ndcg@10\" :", "\"trainSeconds\" :");
        assertThat(segue("similar", "Rock One", "--json").out()).contains("\"reasons\" : [ ]");
        assertThat(segue("train", "popular", "--json").out()).contains("\"name\" : \"popular\"");
        assertThat(segue("import", "plays", plays.toString(), "--json").out())
                .contains("\"alreadyImported\" : \"");
    }

    @Test
    void writesListsForEverybody() throws IOException {
        train();
        Path lists = folder.resolve("lists.csv");
        Answer answer = segue("recommend", "--all", "-o", lists.toString(), "-n", "2");
        assertThat(answer.out()).contains("4 lists (8 lines)");
        assertThat(Files.readAllLines(lists).getFirst())
                .isEqualTo("listener,rank,id,name,score,rawScore");
    }

    @Test
    void comparesAlgorithmsInOneTableAndWritesAReport() throws IOException {
        train();
        Path report = folder.resolve("report.html");
        Answer answer =
                segue(
                        "evaluate",
                        "popular",
                        "ease",
                        "als/rank=2",
                        "--holdout",
                        "0.5",
                        "-k",
                        "1,2",
                        "--html",
                        report.toString());
        assertThat(answer.code()).as(answer.err()).isZero();
        assertThat(answer.out())
                .contains("3 algorithms on", "ndcg@1", "als/rank=2", "★", "Report: ");
        assertThat(Files.readString(report)).startsWith("<!doctype html>").contains("als/rank=2");
        assertThat(segue("evaluate", "popular", "ease", "--holdout", "0.5", "--json").out())
                .startsWith("[ {")
                .contains("\"toBest\" : {");
        assertThat(segue("evaluate", "popular", "--holdout", "0.5", "--csv").out())
                .startsWith("algorithm,metric,value,low,high");
    }

    /// Eight seconds: a chord that comes and goes, other for each number.
    private Path song(String name, int number) throws IOException {
        Path file = Files.createDirectories(folder.resolve("music")).resolve(name);
        int rate = 22_050;
        float[] samples = new float[8 * rate];
        for (int i = 0; i < samples.length; i++) {
            int step = i / (rate / 4);
            double hertz = 110 * Math.pow(2, (number * 5 + step * (number + 2)) % 24 / 12.0);
            samples[i] =
                    (float)
                            (.4
                                    * Math.sin(2 * Math.PI * hertz * i / rate)
                                    * Math.exp(-(i % (rate / 4)) / (double) rate * 8));
        }
        AudioWriter.write(file, rate, Map.of(), samples);
        return file;
    }

    @Test
    void listensAndFindsWhatSoundsAlike() throws IOException {
        Path lazy = song("Low - Lazy.wav", 1);
        song("Low - Lazy (Live).flac", 1);
        song("Codeine - Pea.wav", 2);
        song("Codeine - Tom.wav", 3);
        Files.writeString(folder.resolve("music/notes.mp3"), "not music");
        String music = folder.resolve("music").toString();
        Answer heard = segue("listen", music);
        assertThat(heard.code()).as(heard.err()).isZero();
        assertThat(heard.out())
                .contains("5 files of music: heard 4, unchanged 0, failed 1")
                .contains("1 not audio, or too damaged:", "notes.mp3: ")
                .contains("Next: segue similar");
        assertThat(segue("listen", music).out())
                .contains("heard 0, unchanged 4, failed 0")
                .contains("1 failed before and have not changed; try again with --retry");
        Answer alike = segue("similar", "low - lazy", "--by", "sound", "-n", "2");
        assertThat(alike.code()).as(alike.err()).isZero();
        assertThat(alike.out())
                .contains("Sounds like Low - Lazy", "distance", "Codeine - Pea", "Codeine - Tom")
                .doesNotContain("Live");
        assertThat(
                        segue(
                                        "similar",
                                        "low - lazy",
                                        "--by",
                                        "sound",
                                        "--max-per-artist",
                                        "1",
                                        "--json")
                                .out())
                .contains("\"rank\" : 1", "\"because\" : [")
                .doesNotContain("\"rank\" : 2");
        assertThat(segue("duplicates").out())
                .contains("1 recording is there more than once", "Lazy.wav", "(Live).flac");
        assertThat(segue("duplicates", "--json").out()).contains("\"copies\" : [");
        assertThat(segue("status").out()).containsPattern("files heard +4 +0.0 hours; 1 failed, 0");
        assertThat(segue("status", "--json").out()).contains("\"heard\" : 4");
        assertThat(segue("listen", lazy.toString(), "--json").out()).contains("\"unchanged\" : 1");
        assertThat(segue("similar", "low - nothing", "--by", "sound").code())
                .isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void aDryRunNeedsNoLibraryAndMakesNone() throws IOException {
        Path lazy = song("Low - Lazy.wav", 1);
        Answer line = segue("listen", lazy.toString(), "--dry-run", "--json");
        assertThat(line.code()).as(line.err()).isZero();
        assertThat(line.out().lines()).hasSize(1);
        assertThat(line.out()).contains("\"artist\":\"Low\"", "\"integratedLufs\":-");
        assertThat(segue("listen", lazy.toString(), "--dry-run").out()).contains(" LUFS, 8 s");
        Path bad = Files.writeString(folder.resolve("bad.mp3"), "no");
        Answer failed = segue("listen", bad.toString(), "--dry-run", "--json");
        assertThat(failed.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(failed.out()).contains("\"error\":\"");
        assertThat(folder.resolve("library")).doesNotExist();
        assertThat(segue("listen", folder.resolve("none").toString()).code())
                .isEqualTo(ExitCodes.FAILED);
    }

    @Test
    void evaluatesPlainFilesWithoutALibrary() throws IOException {
        Path train = Files.writeString(folder.resolve("train"), "a x 1\nb x 1\nb y 1\n");
        Path test = Files.writeString(folder.resolve("test"), "a y 1\n");
        Answer answer =
                segue(
                        "evaluate",
                        "popular",
                        "--train",
                        train.toString(),
                        "--test",
                        test.toString());
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).containsPattern("ndcg@10 +1\\.0000");
        assertThat(folder.resolve("library")).doesNotExist();
    }

    @Test
    void tunesALibraryAndGoesOnWhereItStopped() throws IOException {
        StringBuilder log = new StringBuilder("listener,artist,plays\n");
        for (int listener = 0; listener < 12; listener++) {
            for (int artist = listener % 2; artist < 16; artist += 2) {
                log.append("l%d,a%d,%d\n".formatted(listener, artist, 1 + artist));
            }
        }
        Path many = Files.writeString(folder.resolve("many.csv"), log);
        assertThat(segue("import", "plays", many.toString()).code()).isZero();
        String[] command = {
            "tune",
            "als",
            "--set",
            "rank=2,4",
            "--weight",
            "log1p,tfidf",
            "--trials",
            "3",
            "--holdout",
            "0.2",
            "--name",
            "mine"
        };
        Answer first = segue(command);
        assertThat(first.code()).as(first.err()).isZero();
        assertThat(first.err()).contains("   3  ").contains("als rank=").contains("weight=");
        assertThat(first.out()).contains("after 3 trials in").contains("test part, touched once");
        assertThat(first.out()).contains("mine learned from everything");
        command[7] = "9";
        assertThat(segue(command).out()).contains("after 4 trials (3 of them remembered)");
        assertThat(segue("models").out()).contains("mine");
        Answer json = segue("tune", "ease", "--trials", "2", "--json");
        assertThat(json.out()).contains("\"algorithm\" : \"ease\"", "\"test\" : { }");
        Answer other = segue("tune", "als", "--trials", "1", "--name", "mine");
        assertThat(other.code()).isEqualTo(ExitCodes.BAD_INPUT);
        assertThat(other.err()).contains("--fresh");
        assertThat(segue("tune", "als", "--trials", "1", "--name", "mine", "--fresh").code())
                .isZero();
    }

    @Test
    void tellsByTheExitCodeWhatWentWrong() throws IOException {
        assertThat(segue("status").code()).isEqualTo(ExitCodes.FAILED);
        assertThat(segue("trian").code()).isEqualTo(ExitCodes.USAGE);
        assertThat(segue("train", "sorcery").code()).isEqualTo(ExitCodes.USAGE);
        Path empty = Files.createFile(folder.resolve("empty.csv"));
        assertThat(segue("import", "plays", empty.toString()).code())
                .isEqualTo(ExitCodes.BAD_INPUT);
        try (Library open = Library.open(folder.resolve("library"))) {
            assertThat(open.revision()).isZero();
            assertThat(segue("import", "plays", plays.toString()).code()).isEqualTo(ExitCodes.BUSY);
        }
        assertThat(segue("recommend", "--listener", "ann").code()).isEqualTo(ExitCodes.FAILED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "frobnicate",
                "recommend",
                "recommend --all",
                "recommend --listener a -n 0",
                "train als --set rank=many",
                "train als --weight heavy",
                "train als --name ../x",
                "evaluate als --holdout 1.5",
                "evaluate als --train only",
                "evaluate",
                "evaluate als --split sideways",
                "evaluate als --split last --holdout 0.3",
                "evaluate als popular --set rank=3",
                "evaluate als/rank",
                "evaluate als --csv --json",
                "evaluate als -k 0",
                "tune sorcery",
                "tune als --set rank=1..many",
                "tune als --time soon",
                "tune als --trials 0",
                "tune als --search grid --set alpha=1..2",
                "tune --set rank=1,2",
                "import",
                "import plays",
                "similar",
                "similar x --by taste",
                "similar x --by plays --key 8A",
                "similar x --by sound --sound 0.5",
                "similar x --sound 2",
                "similar x --by sound --model m",
                "similar x --by sound --bpm fast",
                "similar x --by sound --key H",
                "similar x --by sound --energy 8..6",
                "similar x --by sound --year soon",
                "similar x --by sound --max-per-artist 0",
                "listen",
                "listen x --timeout 0",
                "listen x --tempo 100..120",
                "listen x --dry-run --write-tags",
            })
    void mistakesAreExplainedInALineAndNeverTraced(String line) {
        Answer answer = segue(line.split(" "));
        assertThat(answer.code()).as(answer.err()).isEqualTo(ExitCodes.USAGE);
        assertThat(answer.err()).startsWith("segue: ").doesNotContain("\tat ");
        assertThat(answer.err().lines().count()).isLessThanOrEqualTo(3);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void namesTheNearestSettingAndCommand() {
        assertThat(segue("train", "als", "--set", "rnak=3").err())
                .contains("did you mean 'rank'?")
                .contains("segue train --help");
        assertThat(segue("recomend").err()).contains("segue recommend");
    }

    @Test
    void faultsOfItsOwnAreOneLineUnlessDebugged() {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(stream, stream, false, false, false, 80, Map.of(), new Properties());
        IllegalStateException fault = new IllegalStateException("oops");
        assertThat(ExitCodes.tell(fault, false, terminal)).isEqualTo(ExitCodes.STUMBLED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "segue: Segue stumbled (IllegalStateException: oops). Please report this with the output of the same command and --debug.\n");
        ExitCodes.tell(new OutOfMemoryError("heap"), true, terminal);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Not enough memory")
                .contains("\tat ");
    }

    @Test
    void everyCommandHelpsWithAnExample() {
        List<String> commands = new ArrayList<>();
        Matcher matcher = Pattern.compile("(?m)^  (\\w+) +").matcher(segue("--help").out());
        while (matcher.find()) {
            commands.add(matcher.group(1));
        }
        assertThat(commands)
                .containsExactly(
                        "import",
                        "listen",
                        "status",
                        "train",
                        "recommend",
                        "moods",
                        "similar",
                        "find",
                        "playlist",
                        "history",
                        "features",
                        "duplicates",
                        "evaluate",
                        "tune",
                        "feedback",
                        "models",
                        "serve",
                        "token",
                        "demo");
        for (String command : commands) {
            Answer help = segue(command, "--help");
            assertThat(help.code()).isZero();
            assertThat(help.out()).contains("Example:  segue " + command);
        }
        assertThat(segue("train", "--help").out())
                .contains("--of", "--on", "--weight", "--set", "--seed", "--name", "--threads")
                .contains("--min-plays", "--min-listeners", "--min-items", "--library", "--json");
    }

    @Test
    void theExamplesOfTheDemoWork() {
        Answer demo =
                segue("demo", "--tracks", "16", "--library", folder.resolve("demo").toString());
        assertThat(demo.code()).as(demo.err()).isZero();
        List<String> examples =
                demo.out()
                        .lines()
                        .filter(line -> line.contains(" --library "))
                        .filter(line -> !line.contains(" serve "))
                        .toList();
        assertThat(examples).hasSize(6);
        for (String example : examples) {
            String[] args =
                    WORD.matcher(example)
                            .results()
                            .skip(1)
                            .map(word -> word.group().replace("'", ""))
                            .toArray(String[]::new);
            assertThat(segue(args).code()).as(example).isZero();
        }
    }

    @Test
    void goesFromAFileOfFeaturesToSongsAlike() throws IOException {
        StringBuilder text = new StringBuilder("id,name,artists,year,energy,valence,tempo\n");
        for (int i = 0; i < 20; i++) {
            text.append(
                    "t%d,Song %d,Band %d,2001,0.%d,0.%d,%d\n"
                            .formatted(i, i, i, 10 + i * 4, 10 + i * 7 % 80, 90 + i));
        }
        Path file = Files.writeString(folder.resolve("tracks.csv"), text);
        assertThat(segue("import", "features", file.toString()).out()).contains("kept 20");
        Path page = folder.resolve("features.html");
        assertThat(segue("features", "--html", page.toString()).out())
                .contains("Features of 20 tracks", "energy", "Correlations");
        assertThat(page).content().contains("<svg");
        assertThat(segue("features", "--csv").out()).startsWith("feature,figure,of,value");
        assertThat(segue("train", "content-nmf", "--set", "rank=2").out())
                .contains("2 categories from 20 tracks", "bend");
        assertThat(segue("features", "--components").out()).contains("made of");
        assertThat(segue("features", "--category", "1").out()).contains("Songs of");
        assertThat(segue("similar", "Song 3", "--by", "features", "-n", "4").out())
                .contains("Features like Band 3 - Song 3");
        assertThat(segue("train", "content-nmf", "--set", "rank=9").err())
                .contains("rank must be at most 3");
    }
}
