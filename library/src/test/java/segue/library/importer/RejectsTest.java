package segue.library.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Fixture;
import segue.library.ImportReport;
import segue.library.PlaysFormat;

class RejectsTest {

    @TempDir Path folder;

    /// What a row of a generated file looks like, and why it is rejected, if it is.
    enum Row {
        GOOD("ana,Low,3", ""),
        QUOTED("ana,\"Low, live\",3", ""),
        TWO_LINES("ana,\"Low\nlive\",3", ""),
        THREE_LINES("ana,\"Low\n\nlive\",3", ""),
        EMPTY("", ""),
        NEGATIVE("ana,Low,-3", "negative plays"),
        NOTHING("ana,Low,0", "no plays"),
        WORD("ana,Low,many", "plays is not a number"),
        NAN("ana,Low,NaN", "plays is not a number"),
        NOBODY(",Low,3", "no listener"),
        BROKEN("ana,\"Lo\"w,3", "broken quotes"),
        SHORT("ana,Low", "too few columns"),
        LONG("ana,Low,3,4", "too many columns");

        private final String text;
        private final String problem;

        Row(String text, String problem) {
            this.text = text;
            this.problem = problem;
        }
    }

    private static Path sharedFolder;
    private static Fixture shared;
    private static int tries;

    /// One library for all tries: opening one takes longer than importing.
    @BeforeContainer
    static void openShared() throws IOException {
        sharedFolder = Files.createTempDirectory("segue-rejects");
        shared = new Fixture(sharedFolder);
    }

    @AfterContainer
    static void closeShared() throws IOException {
        shared.close();
        try (Stream<Path> files = Files.walk(sharedFolder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Provide
    Arbitrary<List<Row>> files() {
        return Arbitraries.of(Row.class).list().ofMinSize(1).ofMaxSize(40);
    }

    @Property(tries = 20)
    void tellsTheTrueLinesOfRejectedRows(@ForAll("files") List<Row> rows) {
        List<String> expected = new ArrayList<>();
        StringBuilder text = new StringBuilder("user,artist,plays\n");
        int line = 2;
        long read = 0;
        for (Row row : rows) {
            text.append(row.text).append('\n');
            if (!row.problem.isEmpty()) {
                expected.add(row.problem + " in line " + line);
            }
            read += row == Row.EMPTY ? 0 : 1;
            line += 1 + (int) row.text.chars().filter(c -> c == '\n').count();
        }
        tries++;
        ImportReport report =
                shared.library()
                        .importPlays(
                                shared.write("try" + tries + ".csv", text.toString()),
                                // Another listener makes another import, should a file repeat.
                                PlaysFormat.DEFAULTS
                                        .withMaxRejects(1)
                                        .withListener("listener" + tries),
                                Run.quiet(1));
        assertThat(report.read()).isEqualTo(read);
        assertThat(report.rejected()).isEqualTo(expected.size());
        for (ImportReport.Reason reason : report.reasons()) {
            List<String> all =
                    expected.stream().filter(e -> e.startsWith(reason.reason())).toList();
            assertThat(reason.count()).isEqualTo(all.size());
            assertThat(reason.examples())
                    .extracting(e -> reason.reason() + " in line " + e.line())
                    .isEqualTo(all.subList(0, Math.min(3, all.size())));
        }
    }

    @Test
    void importsAFileWithOneRowInTwentyBroken() {
        StringBuilder text = new StringBuilder("user,artist,plays\n");
        for (int i = 0; i < 200; i++) {
            text.append(i % 20 == 7 ? "broken\n" : "u%d,Band %d,2\n".formatted(i, i % 9));
        }
        try (Fixture fixture = new Fixture(folder)) {
            ImportReport report = fixture.plays("a.csv", text.toString());
            assertThat(report.kept()).isEqualTo(190);
            assertThat(report.rejected()).isEqualTo(10);
            assertThat(report.reasons().getFirst().examples().getFirst())
                    .isEqualTo(new ImportReport.Example("a.csv", 9, "broken"));
        }
    }

    @Test
    void refusesAFileOfMostlyBrokenRowsAndStoresNothing() {
        try (Fixture fixture = new Fixture(folder)) {
            assertThatThrownBy(
                            () ->
                                    fixture.plays(
                                            "a.csv", "user,artist,plays\nana,Low,3\nana,Low,x\n"))
                    .isInstanceOf(SegueException.BadInput.class)
                    .hasMessageContaining("1 of 2 rows are broken, more than 10 %")
                    .hasMessageContaining("line 3: ana,Low,x");
            assertThat(fixture.library().status().listeners()).isZero();
            assertThat(fixture.library().revision()).isZero();
        }
    }

    @Test
    void rejectsTimesOutsideTheAgeOfListening() {
        try (Fixture fixture = new Fixture(folder)) {
            ImportReport report =
                    fixture.library()
                            .importPlays(
                                    fixture.write(
                                            "a.csv",
                                            "user,artist,time\na,Low,1970-01-01\na,Low,2999-01-01\na,Low,soon\n"),
                                    PlaysFormat.DEFAULTS.withMaxRejects(1),
                                    Run.quiet(1));
            assertThat(report.reasons())
                    .extracting(ImportReport.Reason::reason)
                    .containsExactlyInAnyOrder(
                            "time before 1990", "time in the future", "time not understood");
        }
    }

    @Test
    void rejectsLinesThatAreNotJson() {
        try (Fixture fixture = new Fixture(folder)) {
            ImportReport report =
                    fixture.library()
                            .importPlays(
                                    fixture.write(
                                            "a.jsonl",
                                            "{\"user\":\"a\",\"artist\":\"Low\"}\n\n{\"user\":\n"),
                                    PlaysFormat.DEFAULTS.withMaxRejects(0.5),
                                    Run.quiet(1));
            assertThat(report.reasons())
                    .containsExactly(
                            new ImportReport.Reason(
                                    "not JSON",
                                    1,
                                    List.of(new ImportReport.Example("a.jsonl", 3, "{\"user\":"))));
        }
    }

    @Test
    void saysWhatIsWrongWithFilesThatAreNoLogs() throws IOException {
        byte[] noise = new byte[5000];
        new Random(1).nextBytes(noise);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(noise);
        }
        byte[] cut = Arrays.copyOf(packed.toByteArray(), 2000);
        try (Fixture fixture = new Fixture(folder)) {
            refuses(fixture, fixture.write("empty.csv", ""), "is empty");
            refuses(fixture, fixture.write("blank.csv", "\n\n"), "nothing but empty lines");
            refuses(fixture, fixture.write("noise.csv", noise), "is a binary file");
            refuses(fixture, fixture.write("cut.csv.gz", cut), "is damaged or cut off");
            refuses(fixture, fixture.write("a.zip", "PK\3\4whatever"), "is a zip archive");
            refuses(fixture, fixture.write("a.json", "[{\"user\": 1}]"), "is a JSON array");
            refuses(fixture, fixture.write("a.parquet", "PAR1 but no more"), "a.parquet");
            refuses(fixture, fixture.write("a.csv", "a,b,c\nd,e,f\n"), "--columns");
            refuses(
                    fixture,
                    fixture.write("b.csv", "user,plays\nd,1\n"),
                    "no column for an artist");
            refuses(fixture, folder.resolve("none.csv"), "does not exist");
            refuses(fixture, folder, "is a folder");
            assertThat(fixture.library().revision()).isZero();
        }
    }

    private static void refuses(Fixture fixture, Path file, String why) {
        assertThatThrownBy(() -> fixture.plays(file))
                .isInstanceOf(SegueException.BadInput.class)
                .hasMessageContaining(why);
    }

    @Test
    void saysWhichColumnsItDoesNotKnow() {
        try (Fixture fixture = new Fixture(folder)) {
            Path file = fixture.write("a.csv", "ana,Low,3\n");
            assertThatThrownBy(() -> fixture.plays(file, "listener,artist"))
                    .hasMessageContaining("2 columns were named, the file has 3");
            assertThatThrownBy(() -> fixture.plays(file, "listener,artist,colour"))
                    .hasMessageContaining("\"colour\" is no column");
        }
    }
}
