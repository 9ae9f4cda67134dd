package segue.audio.compose;

import segue.audio.compose.Patch.Filter;
import segue.audio.compose.Patch.Shape;
import segue.audio.compose.Patch.Source;
import segue.audio.compose.Patch.Space;
import segue.audio.compose.Patch.Tone;

/// How every instrument sounds before an artist has turned its knobs.
final class Patches {

    private Patches() {}

    static Patch of(Instrument instrument) {
        return switch (instrument) {
            case SUB_BASS ->
                    new Patch(
                            Tone.of(Source.SINE, 1, 0, .15),
                            new Shape(.004, .4, .8, .06),
                            Filter.OPEN,
                            new Space(.25, 0, 0, 0),
                            instrument.level());
            case SAW_BASS ->
                    new Patch(
                            Tone.of(Source.SAW, 2, 12, .5),
                            new Shape(.003, .3, .7, .06),
                            Filter.at(420, .3, 1.8, .12),
                            new Space(.2, 0, 0, 0),
                            instrument.level());
            case ACID_BASS ->
                    new Patch(
                            Tone.of(Source.SAW, 1, 0, 0),
                            new Shape(.002, .25, .5, .04),
                            Filter.at(320, .8, 2.8, .1),
                            new Space(.5, 0, .15, .05),
                            instrument.level());
            case REESE ->
                    new Patch(
                            Tone.of(Source.SAW, 3, 26, .4),
                            new Shape(.01, .3, .9, .08),
                            Filter.at(480, .3, .5, .3),
                            new Space(.3, .3, 0, 0),
                            instrument.level());
            case WOBBLE_BASS ->
                    new Patch(
                            Tone.of(Source.SAW, 2, 14, .5),
                            new Shape(.005, .3, .9, .05),
                            new Filter(260, .6, 3, .2, true),
                            new Space(.5, .1, 0, 0),
                            instrument.level());
            case FM_BASS ->
                    new Patch(
                            Tone.fm(1, 2.6),
                            new Shape(.002, .25, .5, .06),
                            Filter.OPEN,
                            new Space(.2, 0, 0, 0),
                            instrument.level());
            case FINGER_BASS ->
                    new Patch(
                            Tone.string(.25),
                            new Shape(.003, 3, .6, .08),
                            Filter.at(900, 0, 0, 1),
                            new Space(.1, 0, 0, 0),
                            instrument.level());
            case PICK_BASS ->
                    new Patch(
                            Tone.string(.6),
                            new Shape(.002, 3, .6, .06),
                            Filter.at(1800, .1, 0, 1),
                            new Space(.4, 0, 0, 0),
                            instrument.level());
            case SLAP_BASS ->
                    new Patch(
                            Tone.string(.85),
                            new Shape(.001, 1.5, .4, .05),
                            Filter.at(2600, .3, 1, .05),
                            new Space(.2, 0, 0, 0),
                            instrument.level());
            case UPRIGHT_BASS ->
                    new Patch(
                            Tone.string(.12),
                            new Shape(.006, 1.2, .3, .12),
                            Filter.at(600, .1, .4, .1),
                            new Space(0, 0, 0, .05),
                            instrument.level());
            case TUBA ->
                    new Patch(
                            Tone.of(Source.SAW, 1, 0, .4),
                            new Shape(.03, .2, .8, .08),
                            Filter.at(380, 0, .8, .2),
                            new Space(0, 0, 0, .15),
                            instrument.level());
            case CHIP_TRIANGLE ->
                    new Patch(
                            Tone.of(Source.TRIANGLE, 1, 0, 0),
                            new Shape(.001, .1, 1, .01),
                            Filter.OPEN,
                            new Space(0, 0, 0, 0),
                            instrument.level());
            case ORGAN ->
                    new Patch(
                            Tone.of(Source.ORGAN, 1, 0, 0).vibrato(4),
                            new Shape(.004, .1, .95, .05),
                            Filter.at(5000, 0, 0, 1),
                            new Space(.15, .4, 0, .15),
                            instrument.level());
            case EPIANO ->
                    new Patch(
                            Tone.fm(1, 1.5),
                            new Shape(.002, 1.4, .15, .25),
                            Filter.OPEN,
                            new Space(0, .35, .05, .15),
                            instrument.level());
            case PIANO ->
                    new Patch(
                            Tone.string(.55),
                            new Shape(.001, 2.5, .1, .2),
                            Filter.at(3800, 0, .6, .1),
                            new Space(0, .08, 0, .2),
                            instrument.level());
            case CLAVINET ->
                    new Patch(
                            Tone.string(.95),
                            new Shape(.001, .6, .2, .04),
                            Filter.at(2400, .4, 1, .05),
                            new Space(.2, 0, 0, .05),
                            instrument.level());
            case ACCORDION ->
                    new Patch(
                            Tone.of(Source.PULSE, 2, 14, 0).vibrato(5),
                            new Shape(.03, .1, .9, .06),
                            Filter.at(2600, 0, 0, 1),
                            new Space(0, 0, 0, .15),
                            instrument.level());
            case STAB ->
                    new Patch(
                            Tone.of(Source.SAW, 2, 12, 0),
                            new Shape(.002, .25, .2, .15),
                            Filter.at(900, .35, 2.4, .12),
                            new Space(.1, .2, .35, .2),
                            instrument.level());
            case SUPERSAW ->
                    new Patch(
                            Tone.of(Source.SAW, 5, 26, 0),
                            new Shape(.006, .4, .8, .2),
                            Filter.at(3500, .1, .8, .3),
                            new Space(0, .3, .2, .25),
                            instrument.level());
            case WARM_PAD ->
                    new Patch(
                            Tone.of(Source.SAW, 3, 16, 0),
                            new Shape(.35, 1, .8, .6),
                            Filter.at(900, .1, .6, 1),
                            new Space(0, .5, .1, .4),
                            instrument.level());
            case STRINGS ->
                    new Patch(
                            Tone.of(Source.SAW, 3, 18, 0).vibrato(6),
                            new Shape(.14, 1, .9, .35),
                            Filter.at(2200, 0, .4, .5),
                            new Space(0, .3, 0, .35),
                            instrument.level());
            case CHOIR ->
                    new Patch(
                            Tone.of(Source.TRIANGLE, 3, 22, 0).vibrato(9),
                            new Shape(.25, 1, .9, .5),
                            Filter.at(1100, .5, .3, .4),
                            new Space(0, .4, 0, .5),
                            instrument.level());
            case NYLON_GUITAR ->
                    new Patch(
                            Tone.string(.35),
                            new Shape(.001, 2, .1, .3),
                            Filter.at(2400, 0, .5, .1),
                            new Space(0, 0, 0, .2),
                            instrument.level());
            case STEEL_GUITAR ->
                    new Patch(
                            Tone.string(.75),
                            new Shape(.001, 2.5, .1, .3),
                            Filter.at(5000, 0, .5, .1),
                            new Space(0, .1, 0, .15),
                            instrument.level());
            case CLEAN_GUITAR ->
                    new Patch(
                            Tone.string(.6),
                            new Shape(.001, 2, .2, .2),
                            Filter.at(3200, 0, .3, .1),
                            new Space(.1, .4, .15, .2),
                            instrument.level());
            case MUTED_GUITAR ->
                    new Patch(
                            Tone.string(.7),
                            new Shape(.001, .18, .05, .04),
                            Filter.at(3000, .2, .6, .05),
                            new Space(.1, .2, .05, .1),
                            instrument.level());
            case SKANK_GUITAR ->
                    new Patch(
                            Tone.string(.7),
                            new Shape(.001, .2, .05, .05),
                            Filter.at(2800, .2, .4, .05),
                            new Space(.05, 0, .35, .2),
                            instrument.level());
            case DISTORTED_GUITAR ->
                    new Patch(
                            Tone.string(.8),
                            new Shape(.001, 4, .8, .1),
                            Filter.at(3600, .2, 0, 1),
                            new Space(1, .1, 0, .12),
                            instrument.level());
            case PLUCK ->
                    new Patch(
                            Tone.of(Source.SAW, 2, 10, 0),
                            new Shape(.001, .22, .05, .2),
                            Filter.at(700, .3, 3, .09),
                            new Space(0, .2, .45, .25),
                            instrument.level());
            case BELL ->
                    new Patch(
                            Tone.fm(3.5, 1.8),
                            new Shape(.001, 1.2, .05, .5),
                            Filter.OPEN,
                            new Space(0, .1, .3, .35),
                            instrument.level());
            case VIBES ->
                    new Patch(
                            Tone.fm(4, .6),
                            new Shape(.001, 1.4, .1, .4),
                            Filter.OPEN,
                            new Space(0, .25, 0, .25),
                            instrument.level());
            case SAW_LEAD ->
                    new Patch(
                            Tone.of(Source.SAW, 2, 10, 0).vibrato(8),
                            new Shape(.006, .3, .7, .1),
                            Filter.at(2600, .3, 1, .2),
                            new Space(.15, .15, .35, .2),
                            instrument.level());
            case SQUARE_LEAD ->
                    new Patch(
                            Tone.of(Source.PULSE, 1, 0, 0).vibrato(7),
                            new Shape(.004, .3, .7, .08),
                            Filter.at(3000, .2, .6, .2),
                            new Space(0, .1, .3, .15),
                            instrument.level());
            case CHIP_PULSE ->
                    new Patch(
                            Tone.of(Source.PULSE, 1, 0, 0),
                            new Shape(.001, .15, .6, .01),
                            Filter.OPEN,
                            new Space(0, 0, .1, 0),
                            instrument.level());
            case FLUTE ->
                    new Patch(
                            Tone.of(Source.TRIANGLE, 1, 0, 0).vibrato(10),
                            new Shape(.05, .2, .85, .1),
                            Filter.at(2200, 0, 0, 1),
                            new Space(0, 0, .1, .3),
                            instrument.level());
            case BRASS ->
                    new Patch(
                            Tone.of(Source.SAW, 2, 8, 0).vibrato(5),
                            new Shape(.025, .2, .75, .08),
                            Filter.at(900, .15, 2, .15),
                            new Space(.1, .1, .05, .2),
                            instrument.level());
        };
    }
}
