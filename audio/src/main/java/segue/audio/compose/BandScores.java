package segue.audio.compose;

/// Scores of the styles that people play. See [Score] for the notation.
final class BandScores {

    private static final String REGGAE =
            """
            kick  ....X.......X...
            rim   ....X.......X... ....X.......X..o
            hat   x.x.x.x.x.x.x.x. x..xx..xx..xx..x ..x...x...x...x.
            bass  1--1..3.5-....5. 1-..1.3-....5.3. ..1-1-..3-5-.... 1---..5-3-1-....
            chords ..x...x...x...x. ..x...x...x..xx.
            arpeggio ................ .0.1.2.1.0.1.2.1
            lead  x--.x...x-x-.... ..x.x.x---..x-..
            bass: sub_bass finger_bass
            chords: skank_guitar organ piano
            arpeggio: organ clean_guitar
            lead: brass organ flute
            """;

    private static final String ROCK =
            """
            kick  X.....x.X.x..... X...X..xX....... X.....x.X.....x.
            snare ....X.......X... ....X..o....X...
            hat   x.x.x.x.x.x.x.x. X.x.X.x.X.x.X.x. ................
            ride  ................ X.x.X.x.X.x.X.x.
            bass  1.1.1.1.1.1.1.1. 1-1-1-5-1-1-3-a- 1---1-1-1---1.1.
            chords x---x-x-x---x-x- x-x.x-x.x-x-x-x- x-------x--x--x-
            lead  x---x-x-x------- x-x-x---..x-x-x- x-----x-x---x---
            bass: pick_bass finger_bass
            chords: distorted_guitar steel_guitar
            lead: distorted_guitar organ clean_guitar
            """;

    private static final String PUNK =
            """
            kick  X...x...X.x.x... X.....x.X.....x. X...X...X...X...
            snare ....X.......X... ..X...X...X...X.
            hat   X.x.X.x.X.x.X.x. X...X...X...X...
            bass  1.1.1.1.1.1.1.1. 1.1.1.1.1.1.5.a.
            chords x.x.x.x.x.x.x.x. x-x-x-x-x-x-x-x- x---x-x-x-x-x-x-
            lead  x---x---x-x-x--- x-x-x---x-x-x---
            bass: pick_bass
            chords: distorted_guitar
            lead: distorted_guitar square_lead
            """;

    private static final String FUNK =
            """
            kick  X.....x...x..x.. X..x......x..... X.x...x..x....x.
            snare ....X..o.o..X..o ....X..o.o..X...
            hat   xoxoxoxoxoxoxoxo x.xxx.xxx.xxx.xx
            open_hat ................ ......x......... ..............x.
            cowbell ................ x...x...x...x...
            bass  1..1.8.1..5.7.8. 1.8..1.5..1.81.a 1..5.8...1.1.5.a
            chords ..x.x..x..x.x..x .xx..x...xx..x.. ....x..x....x..x
            arpeggio ................ 0.1.2.0.1.2.0.1.
            lead  x...x.x...x..... ..x.x...x..xx... x-x.....x.x.x---
            bass: slap_bass finger_bass
            chords: muted_guitar epiano clavinet
            arpeggio: clavinet muted_guitar
            lead: brass organ
            """;

    private static final String DISCO =
            """
            kick  X...X...X...X...
            snare ....X.......X... ....X.......X.x.
            hat   x.x.x.x.x.x.x.x. xxxxxxxxxxxxxxxx
            open_hat ..X...X...X...X.
            conga_high ................ ..x..x.o..x..x.o
            bass  1.8.1.8.1.8.1.8. 1.8.1.8.5.8.3.a. 1..81.8.1..85.8.
            chords ..xx..xx..xx..xx x..x..x.x..x..x. .x.xx.x..x.xx.x.
            lead  x-x-x---..x-x--- x-----x-x-x-x---
            pad   x---------------
            bass: finger_bass slap_bass
            chords: muted_guitar clean_guitar piano
            lead: strings brass
            pad: strings
            """;

    private static final String BALLAD =
            """
            kick  x.......x.x..... x.........x.....
            snare ....x.......x...
            rim   ................ ....x.......x...
            hat   x.x.x.x.x.x.x.x. x...x...x...x...
            bass  1-------5---1--- 1-----1-5------- 1-----------a---
            chords x---x---x---x--- x-------x--x---- x---------------
            arpeggio 0.1.2.1.0.1.2.1. 0.1.2.3.2.1.2.1.
            lead  x-----x-x------- x---x---x-x-x--- ..x-x-x-x-------
            pad   x---------------
            bass: finger_bass upright_bass
            chords: piano epiano steel_guitar
            arpeggio: piano nylon_guitar epiano
            lead: flute strings piano
            pad: strings warm_pad choir
            """;

    private static final String WALTZ =
            """
            kick  x........... ............
            rim   ............ ....x...x...
            hat   ....x...x... ....x...x.x.
            bass  1---........ 1---........5---........ 1-------....
            chords ....x---x--- ....x.--x.-- ....x---....
            lead  x---x---x--- x-------x--- x-----x-x--- x---x-x-x-x-
            pad   x-----------
            bass: upright_bass finger_bass tuba
            chords: piano accordion nylon_guitar
            lead: accordion strings flute
            pad: strings
            """;

    private static final String BOSSA =
            """
            kick  x..xx..xx..xx..x x...x...x...x...
            rim   X..x..x...x..x.. X..x...x..x..x..
            shaker xoxoxoxoxoxoxoxo x.x.x.x.x.x.x.x.
            bass  1--51--5 1-.51-.5 1--15--5
            chords x.x..x.x.x..x.x. x..x..x...x..x.. x.xx..x.
            lead  x-x--x-.x--x---- ..x-x-x-x--x-x-- x---x--x--x-x---
            bass: upright_bass finger_bass
            chords: nylon_guitar epiano piano
            lead: flute vibes nylon_guitar
            """;

    private static final String JAZZ =
            """
            ride  x..X.xx..X.x x..X..x..X.x
            hat   ...x.....x..
            kick  o..o..o..o.. ............ x...........
            snare ......?..... ..?.....o... ............
            bass  1--3--5--a-- 1--5--3--a-- 1--1--8--a--
            chords x....x...... ...x-....x-. x--.....x--. ..x.....x---
            lead  x..x.xx--x.x x-xx-x---... ..xx-xx-xx-- x--x--x.x...
            bass: upright_bass
            chords: piano clean_guitar vibes
            lead: brass vibes flute piano
            """;

    private static final String FOLK =
            """
            kick  ................ x.......x.......
            shaker ................ o.x.o.x.o.x.o.x.
            rim   ................ ....o.......o...
            bass  1-------5------- 1-----1-5-----a- 1---5---1---5---
            arpeggio 0.2.1.2.0.2.1.2. 0..2.1.30..2.1.2 0.2.3.2.1.2.3.2.
            chords x---x-xxx-xxx-xx x-------x-x-x-x-
            lead  x---x-x-x-----x- x-x-x---x---.... ..x-x-x-x---x---
            bass: upright_bass finger_bass
            arpeggio: nylon_guitar steel_guitar
            chords: steel_guitar nylon_guitar
            lead: flute accordion nylon_guitar
            """;

    private BandScores() {}

    static String of(Style style) {
        return switch (style) {
            case REGGAE -> REGGAE;
            case ROCK -> ROCK;
            case PUNK -> PUNK;
            case FUNK -> FUNK;
            case DISCO -> DISCO;
            case BALLAD -> BALLAD;
            case WALTZ -> WALTZ;
            case BOSSA -> BOSSA;
            case JAZZ -> JAZZ;
            case FOLK -> FOLK;
            default -> throw new IllegalArgumentException(style + " is played by machines");
        };
    }
}
