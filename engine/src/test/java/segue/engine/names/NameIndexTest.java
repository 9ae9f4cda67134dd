package segue.engine.names;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.library.Kind;
import segue.library.Library;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

class NameIndexTest {

    private static NameIndex index() {
        NameIndexBuilder builder = new NameIndexBuilder();
        String[] artists = {
            "Radiohead",
            "Radio Moscow",
            "Björk",
            "Sigur Rós",
            "Muse",
            "Mule",
            "!!!",
            "Guns N' Roses",
            "The Beatles",
            "Beats International",
            "Massive Attack",
            "坂本龍一"
        };
        for (int i = 0; i < artists.length; i++) {
            builder.take(Kind.ARTIST, "a" + i, artists[i], "", 100 - i);
        }
        builder.take(Kind.TRACK, "t0", "Creep", "Radiohead", 50);
        builder.take(Kind.TRACK, "t1", "Army of Me", "Björk", 20);
        builder.take(Kind.TRACK, "t2", "Creep", "TLC", 90);
        builder.take(Kind.LISTENER, "l0", "radka", "", 5);
        builder.take(Kind.TAG, "g0", "trip-hop", "", 7);
        return builder.build();
    }

    private static final NameIndex INDEX = index();

    private static List<String> found(String typed) {
        return INDEX.search(typed, List.of(), 5).stream().map(NameHit::label).toList();
    }

    @Test
    void findsByTheBeginningOfAnyWord() {
        assertThat(found("rad")).startsWith("Radio Moscow").contains("Radiohead", "radka");
        assertThat(found("mosc")).first().isEqualTo("Radio Moscow");
        assertThat(found("hop")).containsExactly("trip-hop");
        assertThat(found("n' ro")).first().isEqualTo("Guns N' Roses");
    }

    @Test
    void aWholeNameComesFirst() {
        assertThat(found("radiohead")).startsWith("Radiohead", "Radiohead - Creep");
        assertThat(found("mule")).first().isEqualTo("Mule");
        assertThat(found("muse")).first().isEqualTo("Muse");
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        assertThat(found("BJORK")).first().isEqualTo("Björk");
        assertThat(found("sigur ros")).containsExactly("Sigur Rós");
        assertThat(found("!!!")).containsExactly("!!!");
        assertThat(found("坂本")).containsExactly("坂本龍一");
    }

    @Test
    void forgivesTypingErrors() {
        assertThat(found("raidohead")).first().isEqualTo("Radiohead");
        assertThat(found("radoihaed")).first().isEqualTo("Radiohead");
        assertThat(found("adiohead")).first().isEqualTo("Radiohead");
        assertThat(found("beetl")).contains("The Beatles");
        assertThat(found("masive atack")).first().isEqualTo("Massive Attack");
        assertThat(found("xyzzyx")).isEmpty();
    }

    @Test
    void findsTracksByArtistAndTitleTogether() {
        assertThat(found("radiohead creep")).first().isEqualTo("Radiohead - Creep");
        assertThat(found("creep")).startsWith("TLC - Creep", "Radiohead - Creep");
        assertThat(found("army bjo")).first().isEqualTo("Björk - Army of Me");
    }

    @Test
    void keepsToTheKindsAsked() {
        assertThat(INDEX.search("rad", List.of(Kind.LISTENER), 5))
                .singleElement()
                .satisfies(
                        hit -> {
                            assertThat(hit.kind()).isEqualTo("listener");
                            assertThat(hit.id()).isEqualTo("l0");
                        });
        assertThat(INDEX.search("", List.of(), 5)).isEmpty();
        assertThat(INDEX.search("  ", List.of(), 5)).isEmpty();
    }

    /// Words near another are those that the plain distance says are near.
    @Property(tries = 200)
    void nearWordsAreThoseThatAnyDistanceFinds(@ForAll @IntRange(min = 0, max = 1 << 20) int seed) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(seed);
        java.util.TreeSet<String> words = new java.util.TreeSet<>();
        for (int i = 0; i < 40; i++) {
            words.add(word(random));
        }
        String typed = word(random);
        String[] sorted = words.toArray(String[]::new);
        java.util.BitSet found = new java.util.BitSet();
        new Words(sorted).near(typed, 1, true, (word, _) -> found.set(word));
        for (int i = 0; i < sorted.length; i++) {
            assertThat(found.get(i))
                    .as("%s ~ %s", typed, sorted[i])
                    .isEqualTo(distance(typed, sorted[i]) <= 1);
        }
    }

    private static String word(java.util.SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        int length = random.nextInt(1, 6);
        for (int i = 0; i < length; i++) {
            word.append((char) ('a' + random.nextInt(3)));
        }
        return word.toString();
    }

    /// Optimal string alignment, from the definition.
    private static int distance(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.length() + b.length();
        }
        String shortA = a.substring(0, a.length() - 1);
        String shortB = b.substring(0, b.length() - 1);
        int last = a.charAt(a.length() - 1) == b.charAt(b.length() - 1) ? 0 : 1;
        int least =
                Math.min(
                        distance(shortA, shortB) + last,
                        Math.min(distance(shortA, b), distance(a, shortB)) + 1);
        if (a.length() > 1
                && b.length() > 1
                && a.charAt(a.length() - 1) == b.charAt(b.length() - 2)
                && a.charAt(a.length() - 2) == b.charAt(b.length() - 1)) {
            least =
                    Math.min(
                            least,
                            distance(a.substring(0, a.length() - 2), b.substring(0, b.length() - 2))
                                    + 1);
        }
        return least;
    }

    @Test
    void knowsWhatALibraryHolds(@TempDir Path folder) throws IOException {
        Path plays =
                Files.writeString(
                        folder.resolve("plays.csv"),
                        "listener,artist,track,plays\nann,Mew,Comforting Sounds,3\nben,Mew,Snow Brigade,9\n");
        try (Library library =
                Library.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(128))) {
            library.importPlays(plays, PlaysFormat.DEFAULTS, new Run(1, 1, Progress.NONE));
            NameIndex index = NameIndex.of(library);
            assertThat(index.search("mew", List.of(), 3))
                    .extracting(NameHit::label)
                    .containsExactly("Mew", "Mew - Snow Brigade", "Mew - Comforting Sounds");
            assertThat(index.search("an", List.of(), 3))
                    .extracting(NameHit::kind)
                    .containsExactly("listener");
        }
    }
}
