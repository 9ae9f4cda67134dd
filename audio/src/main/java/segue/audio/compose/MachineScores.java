package segue.audio.compose;

/// Scores of the styles that sequencers play. See [Score] for the notation.
final class MachineScores {

    private static final String HOUSE =
            """
            kick  X...X...X...X...
            clap  ....X.......X... ....X.......X..?
            hat   ..x...x...x...x. x.x.x.x.x.x.x.x. xoxoxoxoxoxoxoxo
            open_hat ..X...X...X...X. ................
            shaker o.x.o.x.o.x.o.x. ................
            conga_high ................ ...x..o....x..?. ..o....x..o..x..
            bass  ..1-..1-..1-..5- 1..1..1...1.8.5. ..11..1...11..8. 1-.1..1-.1..3-5.
            chords ..x..x....x..x.. ...x--.x--...x-- x..x..x...x..x.. ..x-..x-..x-..x-
            lead  x-..x...x-...x.. ..x.x...x.--..x. x---....x.x.x---
            pad   x---------------
            bass: sub_bass saw_bass fm_bass
            chords: organ epiano stab piano
            lead: saw_lead bell flute square_lead
            pad: warm_pad strings
            """;

    private static final String TECHNO =
            """
            kick  X...X...X...X... X...X...X...X..o
            clap  ....x.......x... ................
            rim   ...x..x.....x..o ..x..x....x..x.. ................
            hat   ..x...x...x...x. xxxxxxxxxxxxxxxx oox.oox.oox.oox.
            open_hat ..X...X...X...X. ................
            ride  ................ x...x...x...x... ..x...x...x...x.
            tom_low ................ ......x..x....?. ...x.....x......
            bass  ..11..11..11..11 .111.111.111.111 1.11.11.1.11.1.1 ..1...1...1...5.
            arpeggio 0..0.1.0..2..0.1 0.0.2.0.0.1.0.3. 00.1..20..01.2..
            chords ...x......x..... ......x--....... x..x..x.........
            pad   x---------------
            bass: acid_bass sub_bass saw_bass reese
            arpeggio: acid_bass pluck fm_bass bell
            chords: stab organ
            pad: warm_pad supersaw
            """;

    private static final String TRANCE =
            """
            kick  X...X...X...X...
            clap  ....X.......X...
            hat   ..x...x...x...x. xoxoxoxoxoxoxoxo
            open_hat ..X...X...X...X.
            bass  .111.111.111.111 ..1...1...1...1. .115.115.118.115
            arpeggio 0120120212012012 0.12.01.2.01.23. 0213021302130213
            chords x--x--x--x--x-x- x-.x-.x-.x-.x.x.
            lead  x---..x-x---x... x-----x---x-x--- x.x.x---x.x.x-x-
            pad   x---------------
            bass: saw_bass fm_bass acid_bass
            arpeggio: pluck square_lead supersaw
            chords: supersaw stab
            lead: supersaw saw_lead
            pad: warm_pad strings supersaw
            """;

    private static final String DRUM_AND_BASS =
            """
            kick  X.........X..... X..x......X..... X.........X....?
            snare ....X.......X... ....X..o.o..X... ....X..o.o..X..o
            hat   x.x.x.x.x.x.x.x. xxoxxxoxxxoxxxox x.xxx.xxx.xxx.xx
            ride  ................ x...x...x...x...
            bass  1-----..1--3--5- 1--1--1---5-..1- 1---..1-..1-8-.. 1-------3---5---
            chords ......x-...x.... x--......x--....
            arpeggio 0.2.1.2.0.3.1.2. 0..1..2..3..2.1.
            lead  x-----x-x---.... x---x---x--x--x-
            pad   x---------------
            bass: reese sub_bass wobble_bass
            chords: epiano stab supersaw
            arpeggio: pluck bell epiano
            lead: flute saw_lead bell
            pad: warm_pad strings
            """;

    private static final String DUBSTEP =
            """
            kick  X.........x..... X.....x......... X..x............
            snare ........X.......
            hat   x..x..x...x.x.x. x.x.x.x.x.x.x.xr ..x.x.x...x.x.x.
            shaker o.o.o.o.o.o.o.o. ................
            bass  1-------1---3--- 1-----1-..5-8-1- 1---..1-1---..5- 1-1-1---..1-3-5-
            chords x--.......x--... x...............
            arpeggio 0...1...2...1... 0..2..1..0..2.3.
            lead  x-----x---x-x--- x---....x-x-x---
            pad   x---------------
            bass: wobble_bass reese
            chords: stab supersaw
            arpeggio: bell pluck
            lead: saw_lead square_lead bell
            pad: warm_pad strings
            """;

    private static final String HIP_HOP =
            """
            kick  X..x......x..x.. X.....x..x...... X..x..x...x.....
            snare ....X.......X... ....X..o....X..o
            hat   x.x.x.x.x.x.x.x. x.xxx.x.x.xxx.x. x.x.x.xox.x.x.xx
            open_hat ................ ..............x.
            bass  1--1......1--5.. 1-----1--3-..5-a 1..1-.....1-8.5.
            chords x-----..x--..... x---....x--x--.. ..x...x...x...x.
            lead  ..x.x-..x.x.x--- x-..x.x-......x. x.x--...x-x-x---
            pad   x---------------
            bass: sub_bass finger_bass upright_bass
            chords: epiano piano clean_guitar
            lead: flute vibes brass nylon_guitar
            pad: strings warm_pad
            """;

    private static final String TRAP =
            """
            kick  X......x..x..... X.....x.......x. X..x......x...x.
            clap  ........X.......
            hat   x.x.x.x.x.x.x.xr xxxxxxxrx.xxx.rx x.x.xxx.x.rxx.x.
            open_hat ................ ......x.........
            rim   ................ ..x..x....x..x..
            bass  1-----..1--1---- 1---------1-1-3- 1--1--..1-----5-
            arpeggio 0...2...1...2... 0..1..2...3.1... 0.1.2.1.0.1.3.1.
            lead  x--x--x-....x-x- x-x-x---..x-x--- x---x---x-x-x-..
            pad   x---------------
            bass: sub_bass fm_bass
            arpeggio: bell pluck piano
            lead: bell flute square_lead strings
            pad: strings warm_pad
            """;

    private static final String AMBIENT =
            """
            kick  o.......o....... o...............
            shaker ....o.......o... ..o...o...o...o. ................
            rim   ................ ........o.......
            bass  1--------------- 1-------1---5---
            arpeggio 0...1...2...1... 0.......2...3... 0.1.2.3.2.1.2.1.
            lead  x-------x------- x-----------x--- x---x-------x---
            pad   x---------------
            bass: sub_bass upright_bass
            arpeggio: bell pluck vibes nylon_guitar
            lead: flute bell strings
            pad: warm_pad strings choir
            """;

    private static final String CHIPTUNE =
            """
            kick  X...X...X...X... X.....x.X.....x.
            snare ....X.......X...
            hat   x.x.x.x.x.x.x.x. xoxxxoxxxoxxxoxx
            bass  1.8.1.8.1.8.1.8. 1.1.8.1.1.1.8.5. 11..88..11..55..
            arpeggio 0123012301230123 0.1.2.3.2.1.2.1. 0120120120120123
            lead  x.x.x-x.x--.x.x. x-x-x.x.x---x.x. x--x--x-x.x.x---
            bass: chip_triangle
            arpeggio: chip_pulse
            lead: chip_pulse square_lead
            """;

    private static final String TRIP_HOP =
            """
            kick  X.....x...x..... X.....o..x...... X..........x....
            snare ....X.......X... ....X..o....X.o.
            hat   x.x.x.x.x.x.x.x. x..xx..xx..xx..x
            ride  ................ x...x...x...x...
            bass  1-----..1--3-5-- 1---..1-......a- 1--5--8---5-..a-
            chords x-------......x. ....x--.....x--. x--..x--........
            lead  x-----x---x-x--- ..x-x---....x-x- x---....x-x-x---
            pad   x---------------
            bass: upright_bass sub_bass finger_bass
            chords: epiano clean_guitar organ
            lead: flute vibes strings clean_guitar
            pad: strings warm_pad choir
            """;

    private MachineScores() {}

    static String of(Style style) {
        return switch (style) {
            case HOUSE -> HOUSE;
            case TECHNO -> TECHNO;
            case TRANCE -> TRANCE;
            case DRUM_AND_BASS -> DRUM_AND_BASS;
            case DUBSTEP -> DUBSTEP;
            case HIP_HOP -> HIP_HOP;
            case TRAP -> TRAP;
            case AMBIENT -> AMBIENT;
            case CHIPTUNE -> CHIPTUNE;
            case TRIP_HOP -> TRIP_HOP;
            default -> throw new IllegalArgumentException(style + " is played by hand");
        };
    }
}
