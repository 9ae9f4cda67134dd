package segue.audio.compose;

import java.util.SplittableRandom;

/// A drum kit, as its knobs stand.
///
/// @param kickHertz where the kick's pitch ends
/// @param kickSweep how many octaves it falls
/// @param kickSeconds until the kick has died by 60 dB
/// @param snareHertz its body
/// @param snareSeconds until its rattle has died
/// @param snareNoise rattle against body, 0..1
/// @param hatSeconds a closed hat; an open one lasts six times as long
/// @param hatHertz where the metal's hiss begins
/// @param metal ringing partials against hiss, 0..1
/// @param bits coarseness of the samples: 16 is clean, 5 an old console
/// @param level of all
/// @param seed of the noise
record Kit(
        double kickHertz,
        double kickSweep,
        double kickSeconds,
        double snareHertz,
        double snareSeconds,
        double snareNoise,
        double hatSeconds,
        double hatHertz,
        double metal,
        int bits,
        double level,
        long seed) {

    static Kit draw(Style style, SplittableRandom random) {
        Kit kit =
                switch (style) {
                    case HOUSE, TECHNO, TRANCE, DISCO ->
                            new Kit(48, 2.6, .38, 190, .22, .7, .05, 7500, .5, 16, 1, 0);
                    case TRAP, DUBSTEP ->
                            new Kit(43, 2.2, .5, 210, .25, .75, .035, 8500, .6, 16, 1, 0);
                    case DRUM_AND_BASS ->
                            new Kit(54, 2, .2, 230, .16, .65, .05, 7000, .4, 16, 1, 0);
                    case HIP_HOP, TRIP_HOP ->
                            new Kit(52, 1.6, .26, 180, .2, .6, .05, 5500, .3, 11, 1, 0);
                    case CHIPTUNE -> new Kit(60, 2.5, .14, 250, .12, .9, .04, 5000, 0, 5, .8, 0);
                    case AMBIENT -> new Kit(50, 1, .35, 200, .2, .5, .05, 6000, .2, 16, .45, 0);
                    case BALLAD, FOLK, WALTZ, BOSSA, JAZZ ->
                            new Kit(60, 1, .2, 200, .18, .6, .06, 6000, .5, 16, .55, 0);
                    default -> new Kit(58, 1.4, .22, 195, .2, .6, .06, 6500, .5, 16, 1, 0);
                };
        return kit.turned(random);
    }

    private Kit turned(SplittableRandom random) {
        return new Kit(
                kickHertz * random.nextDouble(.88, 1.15),
                kickSweep * random.nextDouble(.7, 1.3),
                kickSeconds * random.nextDouble(.7, 1.4),
                snareHertz * random.nextDouble(.85, 1.2),
                snareSeconds * random.nextDouble(.7, 1.5),
                Math.min(.95, snareNoise * random.nextDouble(.75, 1.25)),
                hatSeconds * random.nextDouble(.6, 1.6),
                hatHertz * random.nextDouble(.75, 1.25),
                metal * random.nextDouble(.4, 1.4),
                bits,
                level * random.nextDouble(.75, 1.15),
                random.nextLong());
    }
}
