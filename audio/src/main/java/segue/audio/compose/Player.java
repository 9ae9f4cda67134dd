package segue.audio.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// Plays bass, chords, arpeggio or pad from a line of the score.
final class Player {

    private final Style style;
    private final Role role;
    private final String line;
    private final int octave;
    private final Harmony harmony;
    private final Feel feel;
    private final List<Note> notes = new ArrayList<>();

    Player(
            Style style,
            Role role,
            Instrument instrument,
            Harmony harmony,
            Feel feel,
            SplittableRandom random) {
        this.style = style;
        this.role = role;
        this.octave = instrument.octave();
        this.harmony = harmony;
        this.feel = feel;
        List<String> choice = Score.of(style).lines().getOrDefault(role, List.of());
        this.line = choice.isEmpty() ? "." : choice.get(random.nextInt(choice.size()));
    }

    List<Note> notes() {
        return notes;
    }

    /// Plays a bar: number `bar` of the piece, number `inSection` of its section.
    void play(int bar, int inSection) {
        int steps = style.beatsPerBar() * style.stepsPerBeat();
        double barBeat = (double) bar * style.beatsPerBar();
        for (int step = 0; step < steps; step++) {
            char symbol = symbol(bar * steps + step);
            if (symbol == '.' || symbol == '-') {
                continue;
            }
            int held = 1;
            while (step + held < steps && symbol(bar * steps + step + held) == '-') {
                held++;
            }
            double beats = (held - (held == 1 ? .3 : .1)) / style.stepsPerBeat();
            Chord chord = harmony.at(inSection, (double) step / steps);
            Chord next =
                    harmony.at(
                            inSection + (step + held) / steps,
                            (double) ((step + held) % steps) / steps);
            double beat = feel.beat(barBeat, step);
            double velocity = feel.velocity(symbol == 'X' || step == 0 ? .85 : .7);
            strike(symbol, chord, next, beat, beats, velocity);
        }
    }

    /// The chord that ends the piece.
    void end(int bar) {
        double beat = feel.beat((double) bar * style.beatsPerBar(), 0);
        char symbol = role == Role.BASS ? '1' : role == Role.ARPEGGIO ? '0' : 'x';
        strike(symbol, harmony.tonic(), harmony.tonic(), beat, style.beatsPerBar() * .9, .8);
    }

    private char symbol(int step) {
        return line.charAt(step % line.length());
    }

    private void strike(
            char symbol, Chord chord, Chord next, double beat, double beats, double velocity) {
        switch (role) {
            case BASS -> {
                int pitch = bass(symbol, chord, next);
                notes.add(new Note(beat, beats, pitch, velocity));
            }
            case ARPEGGIO -> {
                int pitch = near(chord.root(), octave) + chord.interval(symbol - '0');
                notes.add(new Note(beat, beats, pitch, velocity));
            }
            default -> {
                double strum = style.machine() ? 0 : .012;
                int index = 0;
                for (int interval : chord.intervals()) {
                    int pitch = near(chord.root() + interval, octave);
                    notes.add(new Note(beat + strum * index++, beats, pitch, velocity * .8));
                }
                if (role == Role.PAD || index == 3) {
                    notes.add(
                            new Note(beat, beats, near(chord.root(), octave - 12), velocity * .6));
                }
            }
        }
    }

    private int bass(char symbol, Chord chord, Chord next) {
        int root = near(chord.root(), octave - 5);
        return switch (symbol) {
            case '3' -> root + chord.interval(1) % 12;
            case '5' -> root + chord.fifth();
            case '7' -> root + (chord.intervals().size() > 3 ? chord.interval(3) : 10);
            case '8' -> root + 12;
            case 'a' -> near(next.root(), octave - 5) + (next.root() == chord.root() ? 7 : -1);
            default -> root;
        };
    }

    /// The pitch of this class within the octave that begins at `lowest`.
    private static int near(int pitchClass, int lowest) {
        return lowest + Math.floorMod(pitchClass - lowest, 12);
    }
}
