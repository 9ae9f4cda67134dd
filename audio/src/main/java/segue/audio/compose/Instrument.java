package segue.audio.compose;

import segue.audio.compose.Patch.Filter;
import segue.audio.compose.Patch.Shape;
import segue.audio.compose.Patch.Source;
import segue.audio.compose.Patch.Space;
import segue.audio.compose.Patch.Tone;

/// The instruments, each with the octave it plays in and its number in General MIDI.
public enum Instrument {
    SUB_BASS(39, 36, 1.1),
    SAW_BASS(39, 36, .9),
    ACID_BASS(38, 36, .8),
    REESE(39, 36, .9),
    WOBBLE_BASS(38, 36, .9),
    FM_BASS(39, 36, .9),
    FINGER_BASS(34, 36, 1.5),
    PICK_BASS(35, 36, 1.4),
    SLAP_BASS(37, 36, 1.4),
    UPRIGHT_BASS(33, 36, 1.6),
    TUBA(59, 36, 1),
    CHIP_TRIANGLE(81, 48, 1),
    ORGAN(17, 60, .5),
    EPIANO(5, 60, .75),
    PIANO(1, 60, .8),
    CLAVINET(8, 60, .6),
    ACCORDION(22, 60, .5),
    STAB(91, 60, .5),
    SUPERSAW(82, 60, .45),
    WARM_PAD(90, 60, .42),
    STRINGS(49, 60, .42),
    CHOIR(53, 60, .4),
    NYLON_GUITAR(25, 60, 1),
    STEEL_GUITAR(26, 60, .9),
    CLEAN_GUITAR(28, 60, .9),
    MUTED_GUITAR(29, 60, .9),
    SKANK_GUITAR(28, 60, 1),
    DISTORTED_GUITAR(31, 48, .4),
    PLUCK(46, 60, .6),
    BELL(11, 72, .5),
    VIBES(12, 60, .8),
    SAW_LEAD(82, 72, .45),
    SQUARE_LEAD(81, 72, .4),
    CHIP_PULSE(81, 72, .35),
    FLUTE(74, 72, .6),
    BRASS(62, 60, .55);

    private final int program;
    private final int octave;
    private final double level;

    Instrument(int program, int octave, double level) {
        this.program = program;
        this.octave = octave;
        this.level = level;
    }

    /// Its General MIDI program, 1..128.
    public int program() {
        return program;
    }

    /// The lowest C of the octave it likes best, as a MIDI number.
    public int octave() {
        return octave;
    }

    /// Its sound before an artist has turned the knobs.
    Patch patch() {
        return switch (this) {
            case SUB_BASS ->
                    make(
                            Tone.of(Source.SINE, 1, 0, .15),
                            .004,
                            .4,
                            .8,
                            .06,
                            Filter.OPEN,
                            .25,
                            0,
                            0,
                            0);
            case SAW_BASS ->
                    make(
                            Tone.of(Source.SAW, 2, 12, .5),
                            .003,
                            .3,
                            .7,
                            .06,
                            Filter.at(420, .3, 1.8, .12),
                            .2,
                            0,
                            0,
                            0);
            case ACID_BASS ->
                    make(
                            Tone.of(Source.SAW, 1, 0, 0),
                            .002,
                            .25,
                            .5,
                            .04,
                            Filter.at(320, .8, 2.8, .1),
                            .5,
                            0,
                            .15,
                            .05);
            case REESE ->
                    make(
                            Tone.of(Source.SAW, 3, 26, .4),
                            .01,
                            .3,
                            .9,
                            .08,
                            Filter.at(480, .3, .5, .3),
                            .3,
                            .3,
                            0,
                            0);
            case WOBBLE_BASS ->
                    make(
                            Tone.of(Source.SAW, 2, 14, .5),
                            .005,
                            .3,
                            .9,
                            .05,
                            new Filter(260, .6, 3, .2, true),
                            .5,
                            .1,
                            0,
                            0);
            case FM_BASS -> make(Tone.fm(1, 2.6), .002, .25, .5, .06, Filter.OPEN, .2, 0, 0, 0);
            case FINGER_BASS ->
                    make(Tone.string(.25), .003, 3, .6, .08, Filter.at(900, 0, 0, 1), .1, 0, 0, 0);
            case PICK_BASS ->
                    make(Tone.string(.6), .002, 3, .6, .06, Filter.at(1800, .1, 0, 1), .4, 0, 0, 0);
            case SLAP_BASS ->
                    make(
                            Tone.string(.85),
                            .001,
                            1.5,
                            .4,
                            .05,
                            Filter.at(2600, .3, 1, .05),
                            .2,
                            0,
                            0,
                            0);
            case UPRIGHT_BASS ->
                    make(
                            Tone.string(.12),
                            .006,
                            1.2,
                            .3,
                            .12,
                            Filter.at(600, .1, .4, .1),
                            0,
                            0,
                            0,
                            .05);
            case TUBA ->
                    make(
                            Tone.of(Source.SAW, 1, 0, .4),
                            .03,
                            .2,
                            .8,
                            .08,
                            Filter.at(380, 0, .8, .2),
                            0,
                            0,
                            0,
                            .15);
            case CHIP_TRIANGLE ->
                    make(
                            Tone.of(Source.TRIANGLE, 1, 0, 0),
                            .001,
                            .1,
                            1,
                            .01,
                            Filter.OPEN,
                            0,
                            0,
                            0,
                            0);
            case ORGAN ->
                    make(
                            Tone.of(Source.ORGAN, 1, 0, 0).vibrato(4),
                            .004,
                            .1,
                            .95,
                            .05,
                            Filter.at(5000, 0, 0, 1),
                            .15,
                            .4,
                            0,
                            .15);
            case EPIANO ->
                    make(Tone.fm(1, 1.5), .002, 1.4, .15, .25, Filter.OPEN, 0, .35, .05, .15);
            case PIANO ->
                    make(
                            Tone.string(.55),
                            .001,
                            2.5,
                            .1,
                            .2,
                            Filter.at(3800, 0, .6, .1),
                            0,
                            .08,
                            0,
                            .2);
            case CLAVINET ->
                    make(
                            Tone.string(.95),
                            .001,
                            .6,
                            .2,
                            .04,
                            Filter.at(2400, .4, 1, .05),
                            .2,
                            0,
                            0,
                            .05);
            case ACCORDION ->
                    make(
                            Tone.of(Source.PULSE, 2, 14, 0).vibrato(5),
                            .03,
                            .1,
                            .9,
                            .06,
                            Filter.at(2600, 0, 0, 1),
                            0,
                            0,
                            0,
                            .15);
            case STAB ->
                    make(
                            Tone.of(Source.SAW, 2, 12, 0),
                            .002,
                            .25,
                            .2,
                            .15,
                            Filter.at(900, .35, 2.4, .12),
                            .1,
                            .2,
                            .35,
                            .2);
            case SUPERSAW ->
                    make(
                            Tone.of(Source.SAW, 5, 26, 0),
                            .006,
                            .4,
                            .8,
                            .2,
                            Filter.at(3500, .1, .8, .3),
                            0,
                            .3,
                            .2,
                            .25);
            case WARM_PAD ->
                    make(
                            Tone.of(Source.SAW, 3, 16, 0),
                            .35,
                            1,
                            .8,
                            .6,
                            Filter.at(900, .1, .6, 1),
                            0,
                            .5,
                            .1,
                            .4);
            case STRINGS ->
                    make(
                            Tone.of(Source.SAW, 3, 18, 0).vibrato(6),
                            .14,
                            1,
                            .9,
                            .35,
                            Filter.at(2200, 0, .4, .5),
                            0,
                            .3,
                            0,
                            .35);
            case CHOIR ->
                    make(
                            Tone.of(Source.TRIANGLE, 3, 22, 0).vibrato(9),
                            .25,
                            1,
                            .9,
                            .5,
                            Filter.at(1100, .5, .3, .4),
                            0,
                            .4,
                            0,
                            .5);
            case NYLON_GUITAR ->
                    make(
                            Tone.string(.35),
                            .001,
                            2,
                            .1,
                            .3,
                            Filter.at(2400, 0, .5, .1),
                            0,
                            0,
                            0,
                            .2);
            case STEEL_GUITAR ->
                    make(
                            Tone.string(.75),
                            .001,
                            2.5,
                            .1,
                            .3,
                            Filter.at(5000, 0, .5, .1),
                            0,
                            .1,
                            0,
                            .15);
            case CLEAN_GUITAR ->
                    make(
                            Tone.string(.6),
                            .001,
                            2,
                            .2,
                            .2,
                            Filter.at(3200, 0, .3, .1),
                            .1,
                            .4,
                            .15,
                            .2);
            case MUTED_GUITAR ->
                    make(
                            Tone.string(.7),
                            .001,
                            .18,
                            .05,
                            .04,
                            Filter.at(3000, .2, .6, .05),
                            .1,
                            .2,
                            .05,
                            .1);
            case SKANK_GUITAR ->
                    make(
                            Tone.string(.7),
                            .001,
                            .2,
                            .05,
                            .05,
                            Filter.at(2800, .2, .4, .05),
                            .05,
                            0,
                            .35,
                            .2);
            case DISTORTED_GUITAR ->
                    make(
                            Tone.string(.8),
                            .001,
                            4,
                            .8,
                            .1,
                            Filter.at(3600, .2, 0, 1),
                            1,
                            .1,
                            0,
                            .12);
            case PLUCK ->
                    make(
                            Tone.of(Source.SAW, 2, 10, 0),
                            .001,
                            .22,
                            .05,
                            .2,
                            Filter.at(700, .3, 3, .09),
                            0,
                            .2,
                            .45,
                            .25);
            case BELL -> make(Tone.fm(3.5, 1.8), .001, 1.2, .05, .5, Filter.OPEN, 0, .1, .3, .35);
            case VIBES -> make(Tone.fm(4, .6), .001, 1.4, .1, .4, Filter.OPEN, 0, .25, 0, .25);
            case SAW_LEAD ->
                    make(
                            Tone.of(Source.SAW, 2, 10, 0).vibrato(8),
                            .006,
                            .3,
                            .7,
                            .1,
                            Filter.at(2600, .3, 1, .2),
                            .15,
                            .15,
                            .35,
                            .2);
            case SQUARE_LEAD ->
                    make(
                            Tone.of(Source.PULSE, 1, 0, 0).vibrato(7),
                            .004,
                            .3,
                            .7,
                            .08,
                            Filter.at(3000, .2, .6, .2),
                            0,
                            .1,
                            .3,
                            .15);
            case CHIP_PULSE ->
                    make(
                            Tone.of(Source.PULSE, 1, 0, 0),
                            .001,
                            .15,
                            .6,
                            .01,
                            Filter.OPEN,
                            0,
                            0,
                            .1,
                            0);
            case FLUTE ->
                    make(
                            Tone.of(Source.TRIANGLE, 1, 0, 0).vibrato(10),
                            .05,
                            .2,
                            .85,
                            .1,
                            Filter.at(2200, 0, 0, 1),
                            0,
                            0,
                            .1,
                            .3);
            case BRASS ->
                    make(
                            Tone.of(Source.SAW, 2, 8, 0).vibrato(5),
                            .025,
                            .2,
                            .75,
                            .08,
                            Filter.at(900, .15, 2, .15),
                            .1,
                            .1,
                            .05,
                            .2);
        };
    }

    private Patch make(
            Tone tone,
            double attack,
            double decay,
            double sustain,
            double release,
            Filter filter,
            double drive,
            double chorus,
            double echo,
            double reverb) {
        return new Patch(
                tone,
                new Shape(attack, decay, sustain, release),
                filter,
                new Space(drive, chorus, echo, reverb),
                level);
    }
}
