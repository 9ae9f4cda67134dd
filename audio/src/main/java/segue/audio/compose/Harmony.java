package segue.audio.compose;

import java.util.List;
import java.util.SplittableRandom;
import segue.audio.feature.Key;

/// The chords of a piece: two four-bar phrases. The second always holds a cadence, so that the key
/// can be heard; the first may wander, as pop's natural minor loops, borrowed and secondary chords
/// do. Minor keys have the raised leading tone in their dominants.
final class Harmony {

    private static final String[] MINOR = {
        "0:m 8:M 5:m 7:7", "0:m 5:m 7:7 0:m", "0:m 10:M 8:M 7:7", "0:m 0:m 5:m 7:7",
        "0:m 3:M 5:m 7:M", "0:m 5:m 0:m 7:7", "0:m 8:M 7:7 0:m", "0:m 2:o 7:7 0:m",
        "0:m 7:7 8:M 7:7", "5:m 7:7 0:m 0:m"
    };
    private static final String[] MAJOR = {
        "0:M 5:M 7:7 0:M", "0:M 7:M 9:m 5:M", "0:M 9:m 5:M 7:7", "0:M 2:m 7:7 0:M",
        "0:M 4:m 5:M 7:7", "0:M 5:M 0:M 7:7", "0:M 5:M 2:m 7:7", "5:M 7:7 0:M 0:M"
    };
    private static final String[] MINOR_JAZZ = {
        "0:m7 5:m7 2:h7/7:7 0:m7",
        "2:h7 7:7 0:m7 0:m7",
        "0:m7 8:M7 2:h7/7:7 0:m7/7:7",
        "5:m7 10:7 2:h7/7:7 0:m7"
    };
    private static final String[] MAJOR_JAZZ = {
        "0:M7 9:m7 2:m7 7:7",
        "2:m7 7:7 0:M7 0:M7",
        "0:M7 5:M7 2:m7/7:7 0:M7",
        "0:M7 4:m7/9:m7 2:m7 7:7"
    };

    /// Dance loops that stay on the tonic, the cadence only at the end.
    private static final String[] MINOR_LOOP = {
        "0:m 0:m 0:m 7:M", "0:m 0:m 5:m 0:m", "0:m 0:m 8:M 7:M", "0:m7 0:m7 5:m7 0:m7"
    };
    private static final String[] MAJOR_LOOP = {
        "0:M 0:M 5:M 0:M", "0:M 0:M 5:M 7:M", "0:M 0:M 2:m 7:7", "0:M7 0:M7 5:M7 7:7"
    };

    /// Phrases that leave the key open: the same notes as the relative key, borrowed chords,
    /// dominants of other steps.
    private static final String[] MINOR_WANDERING = {
        "0:m 8:M 3:M 10:M", "0:m 10:M 8:M 10:M", "8:M 10:M 0:m 0:m", "0:m 3:M 10:M 5:m",
        "0:m 7:m 8:M 5:m", "0:m 5:M 0:m 5:M", "0:m 8:M 5:m 10:M", "0:m 0:7 5:m 10:7",
        "0:m 3:M 5:M 8:M"
    };
    private static final String[] MAJOR_WANDERING = {
        "9:m 5:M 0:M 7:M", "0:M 10:M 5:M 0:M", "0:M 7:M 9:m 5:M", "5:M 0:M 7:M 9:m",
        "0:M 2:7 7:M 5:M", "0:M 5:m 0:M 5:M", "0:M 4:7 9:m 2:7", "0:7 5:7 0:7 5:7",
        "0:M 4:m 9:m 5:M"
    };

    private final Key key;
    private final List<List<Chord>> bars;
    private final int[] scale;

    private Harmony(Key key, List<List<Chord>> bars) {
        this.key = key;
        this.bars = bars;
        this.scale =
                key.minor() ? new int[] {0, 2, 3, 5, 7, 8, 10} : new int[] {0, 2, 4, 5, 7, 9, 11};
    }

    static Harmony draw(Style style, Key key, SplittableRandom random) {
        String[] phrases =
                switch (style) {
                    case JAZZ, BOSSA -> key.minor() ? MINOR_JAZZ : MAJOR_JAZZ;
                    case TECHNO, FUNK, DUBSTEP -> key.minor() ? MINOR_LOOP : MAJOR_LOOP;
                    case TRIP_HOP, HOUSE, HIP_HOP, DRUM_AND_BASS ->
                            random.nextInt(3) == 0
                                    ? (key.minor() ? MINOR_JAZZ : MAJOR_JAZZ)
                                    : (key.minor() ? MINOR : MAJOR);
                    default -> key.minor() ? MINOR : MAJOR;
                };
        String second = phrases[random.nextInt(phrases.length)];
        String[] wandering = key.minor() ? MINOR_WANDERING : MAJOR_WANDERING;
        String first =
                switch (random.nextInt(4)) {
                    case 0 -> second;
                    case 1 -> phrases[random.nextInt(phrases.length)];
                    default -> wandering[random.nextInt(wandering.length)];
                };
        List<List<Chord>> bars =
                List.of((first + " " + second).split(" ")).stream()
                        .map(
                                bar ->
                                        List.of(bar.split("/")).stream()
                                                .map(each -> Chord.of(each, key))
                                                .toList())
                        .toList();
        return new Harmony(key, bars);
    }

    Key key() {
        return key;
    }

    /// The tonic chord: what a piece ends on.
    Chord tonic() {
        return Chord.of(key.minor() ? "0:m" : "0:M", key);
    }

    /// The chord that sounds in `bar` (counted from its section's first) at `share` of it, 0..1.
    Chord at(int bar, double share) {
        List<Chord> chords = bars.get(Math.floorMod(bar, bars.size()));
        return chords.get(Math.min(chords.size() - 1, (int) (share * chords.size())));
    }

    /// The pitch of scale degree `step` (0 = tonic near middle C, 7 = an octave higher) while
    /// `chord` sounds: in minor the seventh is raised where the chord has the leading tone.
    int pitch(int step, Chord chord) {
        int degree = Math.floorMod(step, 7);
        int above = scale[degree];
        if (key.minor() && degree == 6 && chord.has(key.tonic() + 11)) {
            above = 11;
        }
        return 60 + key.tonic() + above + 12 * Math.floorDiv(step, 7) - (key.tonic() > 6 ? 12 : 0);
    }
}
