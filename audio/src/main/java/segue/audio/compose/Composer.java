package segue.audio.compose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import segue.audio.compose.Section.Kind;
import segue.audio.feature.Key;

/// Invents pieces in the sound of one artist. The same seeds give the same piece.
public final class Composer {

    /// Artists that [#any] can draw.
    private static final int ARTISTS = 1000;

    private final Palette palette;

    public Composer(Palette palette) {
        this.palette = palette;
    }

    /// A composer whose style and artist are drawn from `seed`; every style comes once in a run of
    /// as many seeds as there are styles.
    public static Composer any(long seed) {
        Style[] styles = Style.values();
        Style style = styles[(int) Math.floorMod(seed, (long) styles.length)];
        return new Composer(Palette.of(style, new SplittableRandom(seed).nextInt(ARTISTS)));
    }

    /// The piece with this seed, of about `seconds`, in any key: minor as often as major.
    public Piece compose(long seed, double seconds) {
        SplittableRandom random = new SplittableRandom(seed ^ 0x5E60EL);
        return compose(seed, seconds, new Key(random.nextInt(12), random.nextBoolean()));
    }

    /// The piece with this seed in a given key.
    public Piece compose(long seed, double seconds, Key key) {
        return compose(seed, seconds, key, bpm(palette.style(), random(seed)));
    }

    /// The piece with this seed in a given key and tempo.
    ///
    /// @param bpm within what the style plays
    public Piece compose(long seed, double seconds, Key key, double bpm) {
        if (!(seconds >= 5 && seconds <= 3600)) {
            throw new IllegalArgumentException("seconds must be 5..3600, is " + seconds);
        }
        Style style = palette.style();
        if (!(bpm >= Math.floor(style.slowest()) && bpm <= Math.ceil(style.fastest()))) {
            throw new IllegalArgumentException(
                    "bpm of %s must be %.0f..%.0f, is %s"
                            .formatted(style.title(), style.slowest(), style.fastest(), bpm));
        }
        SplittableRandom random = random(seed);
        bpm(style, random); // drawn in any case: what follows does not depend on who chose it
        double barSeconds = style.beatsPerBar() * 60 / bpm;
        List<Section> sections =
                Form.draw((int) Math.max(4, Math.round(seconds / barSeconds)), random.split());
        double swing = style.swing() * random.nextDouble(.4, 1.5);
        Harmony harmony = Harmony.draw(style, key, random.split());
        Feel feel = new Feel(style, bpm, swing, random.nextLong());
        List<Hit> hits = new Drummer(style, feel, random.split()).play(sections);
        List<Part> parts = parts(sections, harmony, feel, random.split());
        double firstBeat = random.nextInt(3) == 0 ? .05 : random.nextDouble(.05, 1.2);
        double tuning = random.nextInt(3) == 0 ? random.nextDouble(-30, 30) : 0;
        return new Piece(palette, seed, bpm, key, firstBeat, tuning, sections, parts, hits);
    }

    private SplittableRandom random(long seed) {
        return new SplittableRandom(seed * 0x9E3779B97F4A7C15L + palette.style().name().hashCode());
    }

    /// Half are whole numbers, as sequencers have them; the rest anything to the hundredth.
    private static double bpm(Style style, SplittableRandom random) {
        double bpm = random.nextDouble(style.slowest(), style.fastest());
        return random.nextBoolean() ? Math.round(bpm) : Math.round(bpm * 100) / 100.0;
    }

    private List<Part> parts(
            List<Section> sections, Harmony harmony, Feel feel, SplittableRandom random) {
        Style style = palette.style();
        Score score = Score.of(style);
        Map<Role, Player> players = new EnumMap<>(Role.class);
        for (Role role : List.of(Role.BASS, Role.CHORDS, Role.ARPEGGIO, Role.PAD)) {
            if (score.instruments().containsKey(role)) {
                players.put(
                        role,
                        new Player(
                                style,
                                role,
                                palette.instrument(role),
                                harmony,
                                feel,
                                random.split()));
            }
        }
        boolean sings = score.instruments().containsKey(Role.LEAD);
        Instrument lead = sings ? palette.instrument(Role.LEAD) : Instrument.FLUTE;
        Melodist melodist = new Melodist(style, lead, harmony, feel, random.split());
        boolean silentBass = random.nextInt(3) == 0;
        for (Section section : sections) {
            for (int bar = section.firstBar(); bar < section.endBar(); bar++) {
                boolean end = bar == sections.getLast().endBar() - 1;
                int inSection = bar - section.firstBar();
                for (Map.Entry<Role, Player> each : players.entrySet()) {
                    if (end) {
                        each.getValue().end(bar);
                    } else if (plays(each.getKey(), section, silentBass)) {
                        each.getValue().play(bar, inSection);
                    }
                }
                if (sings && end) {
                    melodist.end(bar);
                } else if (sings && plays(Role.LEAD, section, silentBass)) {
                    melodist.play(bar, inSection);
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        players.forEach(
                (role, player) ->
                        parts.add(new Part(role, palette.instrument(role), player.notes())));
        if (sings) {
            parts.add(new Part(Role.LEAD, lead, melodist.notes()));
        }
        return parts;
    }

    private boolean plays(Role role, Section section, boolean silentBass) {
        boolean machine = palette.style().machine();
        Kind kind = section.kind();
        return switch (role) {
            case BASS -> kind != Kind.INTRO && (kind != Kind.BREAKDOWN || !silentBass);
            case CHORDS -> kind != Kind.OUTRO || !machine;
            case ARPEGGIO -> kind != Kind.OUTRO && (kind != Kind.INTRO || !silentBass);
            case PAD -> kind == Kind.BREAKDOWN || kind == Kind.DROP || kind == Kind.INTRO;
            case LEAD -> kind == Kind.DROP || kind == Kind.BREAKDOWN;
        };
    }
}
