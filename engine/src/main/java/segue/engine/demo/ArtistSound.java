package segue.engine.demo;

import java.util.SplittableRandom;
import segue.audio.compose.Composer;
import segue.audio.compose.Palette;
import segue.audio.compose.Piece;
import segue.audio.compose.Style;
import segue.audio.feature.Key;

/// How an invented artist sounds: what all the artist's tracks have in common, and what of it moves
/// listeners. Immutable.
///
/// @param style within the artist's genre
/// @param palette the number of the instruments, effects and room
/// @param bpm around which the tracks' tempos lie
record ArtistSound(Style style, long palette, double bpm) {

    /// Tempos differ by so much from the artist's own, as a share of it.
    private static final double TEMPO_SPREAD = .03;

    private static final double SLOWEST = 60;
    private static final double OCTAVES = 1.6;

    static ArtistSound draw(Style style, int number, Draw draw) {
        double place = .5 + .25 * draw.normal();
        double bpm =
                style.slowest() + Math.clamp(place, 0, 1) * (style.fastest() - style.slowest());
        return new ArtistSound(style, 1000L * draw.below(1 << 20) + number, bpm);
    }

    /// 0..1, from calm to driving: how hard the style plays, and how fast the artist does. It can
    /// be heard, though not exactly: over the 96 tracks of seed 42 it correlates with the energy
    /// that the analysis hears by .71, with the tempo by .77.
    double drive() {
        double pace = StrictMath.log(bpm / SLOWEST) / StrictMath.log(2) / OCTAVES;
        return .65 * force(style) + .35 * Math.clamp(pace, 0, 1);
    }

    /// The artist's track with this number, in a key and tempo of its own.
    Piece track(int number, double seconds) {
        SplittableRandom random = new SplittableRandom(palette * 31 + number);
        Key key = new Key(random.nextInt(12), random.nextBoolean());
        double near = bpm * (1 + TEMPO_SPREAD * random.nextDouble(-1, 1));
        double own = Math.clamp(near, style.slowest(), style.fastest());
        return new Composer(Palette.of(style, palette))
                .compose(random.nextLong(), seconds, key, Math.round(own * 100) / 100.0);
    }

    private static double force(Style style) {
        return switch (style) {
            case AMBIENT -> 0;
            case BALLAD -> .15;
            case FOLK -> .25;
            case WALTZ, BOSSA -> .3;
            case TRIP_HOP -> .35;
            case JAZZ, REGGAE -> .4;
            case HIP_HOP -> .5;
            case FUNK, TRAP -> .6;
            case DISCO, CHIPTUNE -> .65;
            case HOUSE -> .7;
            case ROCK, DUBSTEP -> .75;
            case TECHNO, TRANCE -> .8;
            case DRUM_AND_BASS -> .9;
            case PUNK -> 1;
        };
    }
}
