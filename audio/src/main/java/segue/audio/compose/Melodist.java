package segue.audio.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Sings the melody: phrases of four bars in the form A B A C, whose strong tones belong to the
/// chord and whose last tone rests on it.
final class Melodist {

    private static final int PHRASE = 4;

    private final Style style;
    private final Harmony harmony;
    private final Feel feel;
    private final int octave;
    private final List<String> lines;
    private final int[][] moves = new int[PHRASE][];
    private final String[] rhythms = new String[PHRASE];
    private final List<Note> notes = new ArrayList<>();
    private final SplittableRandom chromatic;
    private int step;

    Melodist(
            Style style,
            Instrument instrument,
            Harmony harmony,
            Feel feel,
            SplittableRandom random) {
        this.style = style;
        this.harmony = harmony;
        this.feel = feel;
        this.octave = instrument.octave() - 60;
        List<String> choice = Score.of(style).lines().getOrDefault(Role.LEAD, List.of());
        this.lines = choice.isEmpty() ? List.of(".") : choice;
        this.chromatic = random.split();
        for (int bar = 0; bar < PHRASE; bar++) {
            boolean again = bar == 2;
            rhythms[bar] = again ? rhythms[0] : lines.get(random.nextInt(lines.size()));
            moves[bar] = again ? moves[0] : moves(random);
        }
    }

    List<Note> notes() {
        return notes;
    }

    void play(int bar, int inSection) {
        int steps = style.beatsPerBar() * style.stepsPerBeat();
        String rhythm = rhythms[inSection % PHRASE];
        double barBeat = (double) bar * style.beatsPerBar();
        if (inSection % PHRASE == 0) {
            step = 0;
        }
        int last = lastOnset(rhythm, steps);
        for (int at = 0; at < steps; at++) {
            if (rhythm.charAt(at % rhythm.length()) != 'x') {
                continue;
            }
            int held = 1;
            while (at + held < steps && rhythm.charAt((at + held) % rhythm.length()) == '-') {
                held++;
            }
            Chord chord = harmony.at(inSection, (double) at / steps);
            step = Math.clamp(step + moves[inSection % PHRASE][at], -4, 9);
            boolean closing = inSection % PHRASE == PHRASE - 1 && at == last;
            boolean strong = at % (2 * style.stepsPerBeat()) == 0 || held >= 4;
            if (strong || closing) {
                step = onChord(step, chord);
            }
            double beats = (held - .15) / style.stepsPerBeat();
            int pitch = harmony.pitch(step, chord) + octave;
            if (!strong && !closing && held == 1 && chromatic.nextInt(12) == 0) {
                pitch += chromatic.nextBoolean() ? 1 : -1;
            }
            double velocity = feel.velocity(strong ? .85 : .7);
            notes.add(new Note(feel.beat(barBeat, at), beats, pitch, velocity));
        }
    }

    /// The tonic, held.
    void end(int bar) {
        int pitch = harmony.pitch(onChord(0, harmony.tonic()), harmony.tonic()) + octave;
        double beat = feel.beat((double) bar * style.beatsPerBar(), 0);
        notes.add(new Note(beat, style.beatsPerBar() * .9, pitch, .8));
    }

    private int onChord(int from, Chord chord) {
        for (int away = 0; away < 4; away++) {
            if (chord.has(harmony.pitch(from - away, chord))) {
                return from - away;
            }
            if (chord.has(harmony.pitch(from + away, chord))) {
                return from + away;
            }
        }
        return from;
    }

    private static int lastOnset(String rhythm, int steps) {
        for (int at = steps - 1; at >= 0; at--) {
            if (rhythm.charAt(at % rhythm.length()) == 'x') {
                return at;
            }
        }
        return -1;
    }

    /// Mostly steps, now and then a leap.
    private int[] moves(SplittableRandom random) {
        int[] moves = new int[style.beatsPerBar() * style.stepsPerBeat()];
        for (int at = 0; at < moves.length; at++) {
            int size = random.nextInt(6) == 0 ? random.nextInt(2, 5) : random.nextInt(0, 2) + 1;
            moves[at] = random.nextBoolean() ? size : -size;
        }
        return moves;
    }
}
