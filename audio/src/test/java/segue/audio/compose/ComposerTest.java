package segue.audio.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import segue.audio.feature.Key;

final class ComposerTest {

    @Property(tries = 100)
    void sectionsFollowEachOtherWithoutGaps(
            @ForAll @LongRange(min = 0, max = 9999) long seed,
            @ForAll @DoubleRange(min = 10, max = 240) double seconds) {
        Piece piece = Composer.any(seed).compose(seed, seconds);
        int bar = 0;
        for (Section section : piece.sections()) {
            assertEquals(bar, section.firstBar());
            assertTrue(section.bars() > 0);
            bar = section.endBar();
        }
        assertEquals(bar, piece.bars());
    }

    @Property(tries = 100)
    void everyEventLiesWithinThePiece(@ForAll @LongRange(min = 0, max = 9999) long seed) {
        Piece piece = Composer.any(seed).compose(seed, 40);
        double end = piece.bars() * (double) piece.beatsPerBar();
        for (Part part : piece.parts()) {
            for (Note note : part.notes()) {
                assertTrue(note.beat() > -.2 && note.beat() < end, note::toString);
                assertTrue(note.beats() > 0 && note.beats() <= piece.beatsPerBar());
                assertTrue(note.pitch() >= 24 && note.pitch() <= 108, note::toString);
                assertTrue(note.velocity() > 0 && note.velocity() <= 1);
            }
        }
        for (Hit hit : piece.hits()) {
            assertTrue(hit.beat() > -.2 && hit.beat() < end, hit::toString);
            assertTrue(hit.velocity() > 0 && hit.velocity() <= 1);
        }
    }

    @Property(tries = 100)
    void tempoIsOneOfTheStyles(@ForAll @LongRange(min = 0, max = 9999) long seed) {
        Piece piece = Composer.any(seed).compose(seed, 30);
        assertTrue(piece.bpm() >= piece.style().slowest() - .5);
        assertTrue(piece.bpm() <= piece.style().fastest() + .5);
    }

    @Property(tries = 50)
    void aGivenTempoChangesNothingButTheTempo(@ForAll @LongRange(min = 0, max = 9999) long seed) {
        Composer composer = Composer.any(seed);
        Key key = new Key(4, true);
        Piece drawn = composer.compose(seed, 30, key);
        Piece given = composer.compose(seed, 30, key, drawn.bpm());
        assertEquals(drawn, given);
        double slow = drawn.style().slowest();
        assertEquals(slow, composer.compose(seed, 30, key, slow).bpm());
        assertThrows(
                IllegalArgumentException.class, () -> composer.compose(seed, 30, key, slow - 2));
    }

    @Test
    void endsOnTheTonic() {
        for (Style style : Style.values()) {
            Piece piece = new Composer(Palette.of(style, 3)).compose(4, 40, new Key(9, true));
            Part bass =
                    piece.parts().stream()
                            .filter(part -> part.role() == Role.BASS)
                            .findFirst()
                            .orElseThrow();
            assertEquals(9, bass.notes().getLast().pitch() % 12, style::title);
        }
    }

    @Test
    void minorDominantsHaveTheLeadingTone() {
        Chord dominant = Chord.of("7:7", new Key(9, true));
        assertTrue(dominant.has(68), "G sharp leads to A");
        assertTrue(dominant.has(62), "and D is the seventh");
    }

    @Test
    void aboutHalfAreMinor() {
        int minor = 0;
        for (int seed = 0; seed < 200; seed++) {
            minor += Composer.any(seed).compose(seed, 20).key().minor() ? 1 : 0;
        }
        assertTrue(minor > 75 && minor < 125, "minor of 200: " + minor);
    }

    @Test
    void refusesALengthThatIsNone() {
        Composer composer = Composer.any(1);
        assertThrows(IllegalArgumentException.class, () -> composer.compose(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> composer.compose(1, 1));
    }
}
