package segue.audio.feature;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;

/// Songs of known key as MIDI, for a soundfont to play: a second source of truth, built otherwise
/// than the composer of `segue.audio.compose`, so that nothing is fitted to one generator.
///
/// A seed draws key, form (loop, functional harmony, riff), instruments, bass and drum patterns, a
/// melody and sometimes a detuning. Excerpts need not begin or end on the tonic.
final class ProgressionMidi {

    private static final int TICKS = 480;
    private static final int[] MAJOR = {0, 2, 4, 5, 7, 9, 11};
    private static final int[] MINOR = {0, 2, 3, 5, 7, 8, 10};

    /// Loops of chords: semitones above the tonic; lower case m: minor, 7: seventh, 5: power chord.
    private static final String[] MAJOR_LOOPS = {
        "0 7 9m 5",
        "0 9m 5 7",
        "0 5 7 0",
        "0 5 0 7",
        "0 9m 2m 7",
        "0 4m 5 7",
        "0 10 5 0",
        "0 5 9m 7",
        "0 2m 5 7",
        "0 7 5 5",
        "0 5 2m 7",
        "0 4m 9m 5 0 5 7 7",
        "0 7 0 5",
        "0maj7 9m7 2m7 7x7",
        "0x7 5x7 0x7 7x7",
        "2m7 7x7 0maj7 0maj7",
        "5 0 7 0"
    };

    private static final String[] MINOR_LOOPS = {
        "0m 8 3 10",
        "0m 10 8 7",
        "0m 5m 7 0m",
        "0m 8 10 0m",
        "0m 3 10 8",
        "0m 5m 7m 0m",
        "0m 7 0m 7",
        "0m 8 5m 7",
        "0m 10 0m 5m",
        "0m 0m 8 10",
        "0m 5 0m 5",
        "0m7 5m7 0m7 7x7",
        "0m 5m 10 3 8 2m5 7 0m",
        "0m 10 8 10",
        "0m 3 8 7",
        "0m 7m 8 5m",
        "8 10 0m 0m",
        "0m 8 3 7",
        "0m9 5m9 0m9 8maj7"
    };

    private final Random random;
    private final Sequence sequence;
    private final Track track;
    private final Key key;
    private final boolean riffs;
    private final double[] detuneCents = new double[1];

    private ProgressionMidi(long seed, boolean riffs) throws InvalidMidiDataException {
        this.riffs = riffs;
        random = new Random(seed * 7919 + 13);
        random.nextInt();
        sequence = new Sequence(Sequence.PPQ, TICKS);
        track = sequence.createTrack();
        key = new Key(Math.floorMod(seed, 12), Math.floorMod(seed / 12, 2) == 1);
    }

    /// A song and what is true of it.
    record Song(Sequence midi, Key key, double cents) {}

    /// The song of a seed: seed mod 24 is the key, the rest is drawn. With riffs, a fifth of the
    /// songs have no changes of chord.
    static Song song(long seed, boolean riffs) {
        try {
            ProgressionMidi writer = new ProgressionMidi(seed, riffs);
            writer.write();
            return new Song(writer.sequence, writer.key, writer.detuneCents[0]);
        } catch (InvalidMidiDataException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Writes songs: folder, first seed, count, `riffs` or nothing; `truth.csv` lists name, tonic,
    /// minor, cents.
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        List<String> truth = new ArrayList<>();
        long first = Long.parseLong(arguments[1]);
        for (long seed = first; seed < first + Long.parseLong(arguments[2]); seed++) {
            Song song = song(seed, arguments.length > 3);
            MidiSystem.write(song.midi(), 1, folder.resolve(seed + ".mid").toFile());
            truth.add(
                    seed
                            + ","
                            + song.key().tonic()
                            + ","
                            + (song.key().minor() ? 1 : 0)
                            + ","
                            + song.cents());
        }
        Files.write(folder.resolve("truth.csv"), truth);
    }

    private void write() throws InvalidMidiDataException {
        int bpm = 68 + random.nextInt(115);
        tempo(bpm);
        if (riffs && random.nextInt(5) == 0) {
            riff(bpm);
            return;
        }
        double beats = 48 * bpm / 60.0;
        boolean waltz = random.nextInt(6) == 0;
        int bar = waltz ? 3 : 4;
        int perChord = random.nextInt(3) == 0 ? 2 : bar;
        if (bpm > 130 && random.nextBoolean()) perChord = 2 * bar;
        int bars = (int) (beats / perChord);
        List<String> chords = random.nextInt(3) == 0 ? functional(bars) : loops(bars);
        int skip = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 0;
        chords = chords.subList(skip, chords.size());
        instruments();
        boolean drums = random.nextInt(10) < 7;
        boolean arpeggio = random.nextInt(3) == 0;
        int bassKind = random.nextInt(4);
        int padOctave = random.nextInt(3) - 1;
        boolean melody = random.nextInt(4) > 0;
        int at = 0;
        int line = 72 + random.nextInt(7);
        for (String name : chords) {
            Chord chord = Chord.parse(name, key.tonic());
            chordNotes(chord, at, perChord, arpeggio, 60 + 12 * padOctave);
            bass(chord, at, perChord, bassKind);
            if (melody) line = melody(chord, at, perChord, line);
            if (drums) drums(at, perChord, bar);
            at += perChord;
        }
    }

    /// Music without changes of chord: a bass figure round the tonic, stabs or a drone over it, a
    /// tune of the scale.
    private void riff(int bpm) throws InvalidMidiDataException {
        instruments();
        int[] steps =
                key.minor()
                        ? new int[] {0, 0, 0, 10, 7, 3, 5, 12}
                        : new int[] {0, 0, 0, 7, 9, 4, 5, 12};
        int[] figure = new int[8];
        for (int i = 0; i < 8; i++) {
            figure[i] = i == 0 ? 0 : random.nextInt(3) == 0 ? -1 : steps[random.nextInt(8)];
        }
        Chord tonic = Chord.parse(key.minor() ? "0m" : "0", key.tonic());
        int root = voiced(key.tonic(), 33);
        int kind = random.nextInt(4); // stabs, drone, tune alone, both
        boolean drums = random.nextInt(10) < 8;
        int line = 70;
        int bars = 48 * bpm / 240;
        for (int bar = 0; bar < bars; bar++) {
            for (int i = 0; i < 8 && kind != 2; i++) {
                if (figure[i] >= 0) note(1, root + figure[i], 4 * bar + i / 2.0, .45, 96);
            }
            if (kind == 0 || kind == 3) {
                for (int tone : tonic.tones()) {
                    note(0, voiced(tonic.root() + tone, 58), 4 * bar + 1.5, .5, 80);
                }
            }
            if (kind == 1) {
                note(0, root + 12, 4 * bar, 3.9, 70);
                note(0, root + 19, 4 * bar, 3.9, 60);
            }
            if (kind >= 1) line = melody(tonic, 4 * bar, 4, line);
            if (drums && bar > 1) drums(4 * bar, 4, 4);
        }
    }

    /// A loop of four repeated, with a second for a middle part, sometimes ending on the tonic.
    private List<String> loops(int bars) {
        String[] pool = key.minor() ? MINOR_LOOPS : MAJOR_LOOPS;
        String verse = pool[random.nextInt(pool.length)];
        String chorus = random.nextBoolean() ? verse : pool[random.nextInt(pool.length)];
        List<String> chords = new ArrayList<>();
        for (int turn = 0; chords.size() < bars; turn++) {
            chords.addAll(List.of((turn / 2 % 2 == 0 ? verse : chorus).split(" ")));
        }
        if (random.nextInt(3) == 0) {
            chords.add("7");
            chords.add(key.minor() ? "0m" : "0");
        }
        return chords;
    }

    /// Tonic, predominant, dominant, tonic, drawn anew each phrase; some secondary dominants.
    private List<String> functional(int bars) {
        String tonic = key.minor() ? "0m" : "0";
        String[] tonics =
                key.minor()
                        ? new String[] {"0m", "0m", "3", "8"}
                        : new String[] {"0", "0", "9m", "4m"};
        String[] before =
                key.minor()
                        ? new String[] {"5m", "2m5", "8", "5m", "1"}
                        : new String[] {"5", "2m", "5", "2m7", "2x7"};
        String[] dominants =
                key.minor()
                        ? new String[] {"7", "7x7", "7x7", "11m5"}
                        : new String[] {"7", "7x7", "7x7", "11m5"};
        List<String> chords = new ArrayList<>(List.of(tonic));
        while (chords.size() < bars) {
            chords.add(pick(tonics));
            if (random.nextInt(4) > 0) chords.add(pick(before));
            chords.add(pick(dominants));
            chords.add(random.nextInt(6) == 0 ? (key.minor() ? "8" : "9m") : tonic);
        }
        return chords;
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }

    private record Chord(int root, int[] tones) {
        static Chord parse(String text, int tonic) {
            int digits = 0;
            while (digits < text.length() && digits < 2 && Character.isDigit(text.charAt(digits))) {
                if (digits == 1 && text.charAt(0) != '1') break;
                digits++;
            }
            int root = Integer.parseInt(text.substring(0, digits));
            int[] tones =
                    switch (text.substring(digits)) {
                        case "" -> new int[] {0, 4, 7};
                        case "m" -> new int[] {0, 3, 7};
                        case "maj7" -> new int[] {0, 4, 7, 11};
                        case "m7" -> new int[] {0, 3, 7, 10};
                        case "m9" -> new int[] {0, 3, 7, 10, 14};
                        case "x7" -> new int[] {0, 4, 7, 10};
                        case "m5" -> new int[] {0, 3, 6};
                        default -> throw new IllegalArgumentException(text);
                    };
            return new Chord((root + tonic) % 12, tones);
        }
    }

    private void chordNotes(Chord chord, int at, int length, boolean arpeggio, int low)
            throws InvalidMidiDataException {
        int[] tones = chord.tones();
        if (arpeggio) {
            for (int step = 0; step < 2 * length; step++) {
                int pitch = voiced(chord.root() + tones[step % tones.length], low);
                note(0, pitch, at + step / 2.0, .6, 84);
            }
        } else {
            boolean comp = random.nextInt(4) == 0;
            for (int tone : tones) {
                int pitch = voiced(chord.root() + tone, low);
                if (comp) {
                    for (int beat = 0; beat < length; beat++)
                        note(0, pitch, at + beat + .5, .4, 80);
                } else {
                    note(0, pitch, at, length * .97, 78);
                }
            }
        }
    }

    private static int voiced(int pitchClass, int low) {
        return low + Math.floorMod(pitchClass - low, 12);
    }

    private void bass(Chord chord, int at, int length, int kind) throws InvalidMidiDataException {
        int root = voiced(chord.root(), 33);
        int fifth = voiced(chord.root() + chord.tones()[2], 33);
        for (int beat = 0; beat < length; beat++) {
            switch (kind) {
                case 0 -> {
                    if (beat == 0) note(1, root, at, length * .95, 96);
                }
                case 1 -> note(1, beat % 4 == 2 ? fifth : root, at + beat, .8, 92);
                case 2 -> {
                    note(1, root, at + beat, .4, 92);
                    note(1, root + (random.nextInt(3) == 0 ? 12 : 0), at + beat + .5, .4, 84);
                }
                default -> {
                    int walk =
                            beat == 0
                                    ? root
                                    : voiced(
                                            chord.root()
                                                    + chord.tones()[
                                                            random.nextInt(chord.tones().length)],
                                            33);
                    note(1, walk, at + beat, .9, 90);
                }
            }
        }
    }

    private int melody(Chord chord, int at, int length, int from) throws InvalidMidiDataException {
        int line = from;
        int[] scale = key.minor() ? MINOR : MAJOR;
        double position = 0;
        while (position < length) {
            double duration = new double[] {.5, .5, 1, 1, 2}[random.nextInt(5)];
            if (position == Math.floor(position) && random.nextInt(3) > 0) {
                int tone = chord.root() + chord.tones()[random.nextInt(chord.tones().length)];
                line = nearest(tone, line);
            } else {
                int step = random.nextInt(5) - 2;
                line = nearest(key.tonic() + scale[random.nextInt(7)], line + step);
            }
            if (line < 60) line += 12;
            if (line > 84) line -= 12;
            if (random.nextInt(6) > 0) note(2, line, at + position, duration * .9, 92);
            position += duration;
        }
        return line;
    }

    private static int nearest(int pitchClass, int around) {
        int up = around + Math.floorMod(pitchClass - around, 12);
        return up - around > 6 ? up - 12 : up;
    }

    private void drums(int at, int length, int bar) throws InvalidMidiDataException {
        for (int beat = 0; beat < length; beat++) {
            int inBar = (at + beat) % bar;
            if (inBar == 0 || bar == 4 && inBar == 2) note(9, 36, at + beat, .2, 110);
            if (bar == 4 ? inBar % 2 == 1 : inBar > 0) note(9, 38, at + beat, .2, 100);
            note(9, 42, at + beat, .1, 70);
            note(9, 42, at + beat + .5, .1, 60);
            if (at == 0 && beat == 0) note(9, 49, 0, 1, 90);
        }
    }

    private void instruments() throws InvalidMidiDataException {
        int[] chords = {
            0, 4, 5, 16, 19, 21, 24, 25, 27, 29, 30, 48, 50, 52, 61, 62, 81, 88, 89, 90, 46, 11
        };
        int[] basses = {32, 33, 34, 35, 36, 38, 39, 43, 58};
        int[] leads = {0, 11, 22, 26, 40, 56, 65, 68, 71, 73, 75, 80, 81, 54, 29, 64};
        program(0, chords[random.nextInt(chords.length)]);
        program(1, basses[random.nextInt(basses.length)]);
        program(2, leads[random.nextInt(leads.length)]);
        if (random.nextInt(4) == 0) {
            detuneCents[0] = random.nextInt(81) - 40;
            int bend = 8192 + (int) Math.round(detuneCents[0] / 200 * 8192);
            for (int channel = 0; channel < 3; channel++) {
                send(new ShortMessage(ShortMessage.PITCH_BEND, channel, bend & 127, bend >> 7), 0);
            }
        }
    }

    private void program(int channel, int number) throws InvalidMidiDataException {
        send(new ShortMessage(ShortMessage.PROGRAM_CHANGE, channel, number, 0), 0);
    }

    private void tempo(int bpm) throws InvalidMidiDataException {
        int micros = 60_000_000 / bpm;
        byte[] data = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
        track.add(new MidiEvent(new javax.sound.midi.MetaMessage(0x51, data, 3), 0));
    }

    private void note(int channel, int pitch, double beat, double length, int velocity)
            throws InvalidMidiDataException {
        int strength = Math.min(127, Math.max(20, velocity + random.nextInt(13) - 6));
        long on = Math.round(beat * TICKS);
        track.add(
                new MidiEvent(
                        new ShortMessage(ShortMessage.NOTE_ON, channel, pitch, strength), on));
        track.add(
                new MidiEvent(
                        new ShortMessage(ShortMessage.NOTE_OFF, channel, pitch, 0),
                        on + Math.round(length * TICKS)));
    }

    private void send(ShortMessage message, long tick) {
        track.add(new MidiEvent(message, tick));
    }
}
