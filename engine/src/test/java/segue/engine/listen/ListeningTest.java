package segue.engine.listen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.audio.Analyzer;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.LibraryOptions;
import segue.library.Lookup;
import segue.library.PlaysFormat;
import segue.library.Rows;
import segue.library.sound.HeardTrack;

/// Real files in a real folder, listened to again and again.
class ListeningTest {

    @TempDir Path folder;
    private Path music;
    private Library library;
    private final AtomicInteger analysed = new AtomicInteger();

    @BeforeEach
    void open() throws IOException {
        music = Files.createDirectories(folder.resolve("music/Album"));
        library =
                Library.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(256));
    }

    @AfterEach
    void close() {
        library.close();
    }

    private ListenReport listen() {
        return listen(ListenRequest.of(List.of(folder.resolve("music"))));
    }

    private ListenReport listen(ListenRequest request) {
        Ear counting =
                (file, name, stop) -> {
                    analysed.incrementAndGet();
                    return Analyzer.analyze(file, name, stop);
                };
        return new Listening(library, request, counting, run()).listen();
    }

    private static Run run() {
        return new Run(1, 2, Progress.NONE);
    }

    private List<String> paths() {
        return library.heard().tracks().stream()
                .map(HeardTrack::path)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .toList();
    }

    @Test
    void hearsEachFileOnce() throws IOException {
        Songs.write(music.resolve("a.flac"), 1, "Low", "Lazy");
        Songs.write(music.resolve("b.wav"), 2, "Low", "Dinosaur Act");
        ListenReport first = listen();
        assertThat(first.heard()).isEqualTo(2);
        assertThat(first.musicSeconds()).isBetween(23.9, 24.1);
        ListenReport again = listen();
        assertThat(again.heard()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(analysed).hasValue(2);
        HeardTrack track = library.heard().tracks().getFirst();
        assertThat(track.label()).isEqualTo("Low - Lazy");
        assertThat(track.codec()).isEqualTo("flac");
        assertThat(track.measures().durationSeconds()).isBetween(11.9, 12.1);
        assertThat(track.measures().energy()).isBetween(1.0, 10.0);
        assertThat(library.heard().vectors().columns()).isGreaterThan(100);
    }

    @Test
    void aFileAndItsPlaysMeetInOneTrack() throws IOException {
        Songs.write(music.resolve("x.flac"), 1, "RADIOHEAD", "Creep");
        Songs.write(music.resolve("y.flac"), 2, "Radiohead", "Lucky");
        listen();
        Path plays =
                Files.writeString(
                        folder.resolve("plays.csv"),
                        "listener,artist,track,plays\nann,Radiohead,creep,3\nann,Low,Lazy,1\n");
        library.importPlays(plays, PlaysFormat.DEFAULTS, run());
        assertThat(library.status().tracks()).isEqualTo(3);
        assertThat(library.status().artists()).isEqualTo(2);
        String id = library.heard().tracks().getFirst().track();
        assertThat(library.history(Rows.LISTENERS, "ann", Items.TRACKS)).containsEntry(id, 3.0);
        assertThat(library.findHeard("Low - Lazy")).isInstanceOf(Lookup.Unclear.class);
        assertThat(library.find(Kind.TRACK, "Low - Lazy")).isInstanceOf(Lookup.Found.class);
        // A changed log forgets what it brought, but not what a file is.
        Files.writeString(plays, "listener,artist,track,plays\nann,Low,Lazy,1\n");
        library.importPlays(plays, PlaysFormat.DEFAULTS, run());
        assertThat(library.heard().tracks()).hasSize(2);
    }

    @Test
    void hearsAChangedFileAgainAndATouchedOneNot() throws IOException {
        Path a = Songs.write(music.resolve("a.wav"), 1, "Low", "Lazy");
        Path b = Songs.write(music.resolve("b.wav"), 2, "Low", "Lullaby");
        listen();
        Songs.write(a, 3, "Low", "Words");
        Files.setLastModifiedTime(b, FileTime.fromMillis(1_600_000_000_000L));
        ListenReport report = listen();
        assertThat(report.heard()).isEqualTo(1);
        assertThat(report.returned()).isEqualTo(1);
        assertThat(analysed).hasValue(3);
        assertThat(library.heard().tracks())
                .extracting(HeardTrack::title)
                .containsExactly("Words", "Lullaby");
        assertThat(library.status().tracks()).isEqualTo(2);
        assertThat(listen().unchanged()).isEqualTo(2);
    }

    @Test
    void knowsAMovedFileAndACopy() throws IOException {
        Path a = Songs.write(music.resolve("a.wav"), 1, "Low", "Lazy");
        Path b = Songs.write(music.resolve("b.wav"), 2, Map.of());
        listen();
        long number = library.heard().tracks().getFirst().file();
        Path elsewhere = Files.createDirectories(folder.resolve("music/Else"));
        Files.move(a, elsewhere.resolve("z.wav"));
        Files.copy(b, elsewhere.resolve("Codeine - Pea.wav"));
        ListenReport report = listen();
        assertThat(report.moved()).isEqualTo(1);
        assertThat(report.copied()).isEqualTo(1);
        assertThat(report.gone()).isZero();
        assertThat(analysed).hasValue(2);
        assertThat(paths()).containsExactly("b.wav", "Codeine - Pea.wav", "z.wav");
        HeardTrack moved = library.heard().tracks().getLast();
        assertThat(moved.file()).isEqualTo(number);
        assertThat(moved.label()).isEqualTo("Low - Lazy");
        assertThat(moved.codec()).isEqualTo("pcm_s16le");
        assertThat(library.heard().tracks().get(1).label()).isEqualTo("Codeine - Pea");
    }

    @Test
    void filesThatSwapTheirNamesKeepWhatWasHeard() throws IOException {
        Path a = Songs.write(music.resolve("a.wav"), 1, "Low", "Lazy");
        Path b = Songs.write(music.resolve("b.wav"), 2, "Low", "Lullaby");
        listen();
        Path aside = folder.resolve("aside");
        Files.move(a, aside);
        Files.move(b, a);
        Files.move(aside, b);
        listen();
        assertThat(library.heard().tracks())
                .extracting(HeardTrack::title)
                .containsExactly("Lullaby", "Lazy");
        assertThat(listen().unchanged()).isEqualTo(2);
    }

    @Test
    void marksWhatIsGoneAndTakesItBack() throws IOException {
        Path a = Songs.write(music.resolve("a.wav"), 1, "Low", "Lazy");
        Songs.write(music.resolve("b.wav"), 2, "Low", "Lullaby");
        Path other = Files.createDirectories(folder.resolve("other"));
        Songs.write(other.resolve("c.wav"), 3, "Low", "Cut");
        listen();
        listen(ListenRequest.of(List.of(other)));
        Path aside = Files.move(a, folder.resolve("aside"));
        assertThat(listen().gone()).isEqualTo(1);
        // Other folders were not looked into: what is in them is not gone.
        assertThat(paths()).containsExactly("b.wav", "c.wav");
        assertThat(library.status().files().gone()).isEqualTo(1);
        assertThat(listen().gone()).isZero();
        Files.move(aside, a);
        assertThat(listen().returned()).isEqualTo(1);
        assertThat(analysed).hasValue(3);
        assertThat(paths()).containsExactly("a.wav", "b.wav", "c.wav");
    }

    @Test
    void hostileFilesAreReportedAndNeverFatal() throws IOException {
        Songs.write(music.resolve("good.wav"), 1, "Low", "Lazy");
        Files.writeString(music.resolve("text.mp3"), "no music at all");
        Files.createFile(music.resolve("empty.flac"));
        byte[] noise = new byte[200_000];
        new java.util.Random(5).nextBytes(noise);
        Files.write(music.resolve("noise.ogg"), noise);
        byte[] whole = Files.readAllBytes(music.resolve("good.wav"));
        Files.write(music.resolve("cut.wav"), java.util.Arrays.copyOf(whole, whole.length / 2));
        Files.createSymbolicLink(music.resolve("nowhere.mp3"), folder.resolve("nowhere"));
        Files.createSymbolicLink(music.resolve("self.mp3"), music.resolve("self.mp3"));
        Files.createSymbolicLink(music.resolve("up"), music.getParent());
        Files.writeString(music.resolve(".hidden.mp3"), "hidden");
        Files.createDirectory(music.resolve(".git"));
        Songs.write(music.resolve(".git/x.wav"), 2, "No", "No");
        Files.writeString(music.resolve("cover.jpg"), "no music");
        Files.createDirectory(music.resolve("folder.mp3"));
        ListenReport report = listen();
        assertThat(report.heard()).isEqualTo(2);
        assertThat(report.failed()).isEqualTo(5);
        assertThat(report.damaged().count()).isEqualTo(1);
        assertThat(report.failures())
                .extracting(ListenReport.Failures::reason)
                .contains(
                        Failure.Kind.EMPTY.words(),
                        Failure.Kind.NOT_AUDIO.words(),
                        Failure.Kind.BROKEN_LINK.words());
        assertThat(report.failures())
                .flatExtracting(ListenReport.Failures::examples)
                .allSatisfy(example -> assertThat(example.text()).doesNotContain("Exception"));
        ListenReport again = listen();
        assertThat(again.stillFailing()).isEqualTo(3);
        assertThat(again.heard()).isZero();
        int before = analysed.get();
        listen(ListenRequest.of(List.of(folder.resolve("music"))).withRetry(true));
        assertThat(analysed.get()).isGreaterThan(before);
        // A failure that was mended is heard without being told to.
        Songs.write(music.resolve("empty.flac"), 9, "Low", "Mended");
        assertThat(listen().heard()).isEqualTo(1);
    }

    @Test
    void hearsAFileWhoseNameIsNoText() throws Exception {
        Path good = Songs.write(folder.resolve("good.wav"), 1, "Low", "Lazy");
        Process copy =
                new ProcessBuilder(
                                "bash",
                                "-c",
                                "cp \"$1\" \"$2\"/$'caf\\xe9.wav'",
                                "-",
                                good.toString(),
                                music.toString())
                        .start();
        assertThat(copy.waitFor()).isZero();
        ListenReport report = listen();
        assertThat(report.failures()).isEmpty();
        assertThat(report.heard()).isEqualTo(1);
        assertThat(library.heard().tracks().getFirst().path())
                .startsWith("file:")
                .endsWith("caf%E9.wav");
        assertThat(listen().unchanged()).isEqualTo(1);
    }

    @Test
    void anEmptyFolderIsNoErrorAndAMissingOneTakesNothingForGone() throws IOException {
        Path a = Songs.write(music.resolve("a.wav"), 1, "Low", "Lazy");
        listen();
        assertThat(
                        listen(
                                        ListenRequest.of(
                                                List.of(
                                                        Files.createDirectory(
                                                                folder.resolve("new")))))
                                .found())
                .isZero();
        assertThatThrownBy(() -> listen(ListenRequest.of(List.of(folder.resolve("unplugged")))))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("connect it first");
        assertThat(paths()).containsExactly(a.getFileName().toString());
    }

    @Test
    void aFileThatTakesTooLongIsLeftBehindThoughItDoesNotListen() throws IOException {
        Songs.write(music.resolve("a.wav"), 1, "Low", "Lazy");
        Songs.write(music.resolve("b.wav"), 2, "Low", "Lullaby");
        Songs.write(music.resolve("c.wav"), 3, "Low", "Cut");
        CountDownLatch never = new CountDownLatch(1);
        Ear deaf =
                (file, name, stop) -> {
                    if (name.endsWith("a.wav")) {
                        await(never);
                    }
                    return Analyzer.analyze(file, name, stop);
                };
        ListenRequest request = ListenRequest.of(List.of(music)).withTimeout(Duration.ofSeconds(2));
        Run one = new Run(1, 1, Progress.NONE);
        ListenReport report = new Listening(library, request, deaf, one).listen();
        never.countDown();
        assertThat(report.heard()).isEqualTo(2);
        assertThat(report.failures().getFirst().reason()).isEqualTo(Failure.Kind.TOO_SLOW.words());
        assertThat(report.failures().getFirst().examples().getFirst().text())
                .contains("after 2 s", "--timeout");
    }

    private static void await(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                // It does not listen.
            }
        }
    }

    @Test
    void keepsWhatWasHeardWhenStopped() throws IOException {
        for (int i = 0; i < 6; i++) {
            Songs.write(music.resolve(i + ".wav"), i, "Low", "Song " + i);
        }
        Run run = new Run(1, 1, Progress.NONE);
        Ear stopping =
                (file, name, stop) -> {
                    if (name.endsWith("4.wav")) {
                        run.cancel();
                    }
                    return Analyzer.analyze(file, name, stop);
                };
        ListenRequest request = ListenRequest.of(List.of(music));
        assertThatThrownBy(() -> new Listening(library, request, stopping, run).listen())
                .isInstanceOf(SegueException.Cancelled.class)
                .hasMessageContaining("are kept");
        int kept = library.heard().tracks().size();
        assertThat(kept).isBetween(1, 4);
        ListenReport rest = listen();
        assertThat(rest.heard()).isEqualTo(6 - kept);
        assertThat(rest.unchanged()).isEqualTo(kept);
    }

    @Test
    void writesTagsOnlyWhenAskedAndOnce() throws IOException {
        Path a = Songs.write(music.resolve("a.flac"), 1, "Low", "Lazy");
        byte[] before = Files.readAllBytes(a);
        listen();
        assertThat(Files.readAllBytes(a)).isEqualTo(before);
        ListenRequest writing =
                ListenRequest.of(List.of(folder.resolve("music"))).withWriteTags(true);
        assertThat(listen(writing).tagged()).isEqualTo(1);
        assertThat(new String(Files.readAllBytes(a), StandardCharsets.ISO_8859_1))
                .contains("ENERGYLEVEL");
        ListenReport again = listen(writing);
        assertThat(again.tagged()).isZero();
        assertThat(again.unchanged()).isEqualTo(1);
        assertThat(analysed).hasValue(1);
    }
}
