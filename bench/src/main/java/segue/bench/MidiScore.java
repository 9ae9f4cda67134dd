package segue.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sound.midi.InvalidMidiDataException;
import javax.sound.midi.MetaMessage;
import javax.sound.midi.MidiEvent;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import javax.sound.midi.ShortMessage;
import javax.sound.midi.Track;
import segue.audio.compose.Hit;
import segue.audio.compose.Note;
import segue.audio.compose.Part;
import segue.audio.compose.Piece;

/// Our own pieces as MIDI files of General MIDI programs, and what a MIDI file says of its tempo.
final class MidiScore {

    private static final int TICKS = 960;
    private static final int DRUM_CHANNEL = 9;
    private static final int TEMPO = 0x51;
    private static final int PEDAL = 64;
    private static final int ALL_NOTES_OFF = 123;
    private static final int METER = 0x58;

    private MidiScore() {}

    /// What can be read from a file that keeps one tempo.
    ///
    /// @param bpm beats a minute
    /// @param beatsPerBar 0 where the file is silent on it or changes it
    /// @param seconds how long it lasts
    record Facts(double bpm, int beatsPerBar, double seconds) {}

    /// Writes `piece`; the grid's first beat sounds where the piece has it.
    static void write(Piece piece, Path file) throws IOException, InvalidMidiDataException {
        Sequence sequence = new Sequence(Sequence.PPQ, TICKS);
        Track track = sequence.createTrack();
        track.add(tempo(piece.bpm()));
        int channel = 0;
        for (Part part : piece.parts()) {
            int program = part.instrument().program() - 1;
            track.add(event(ShortMessage.PROGRAM_CHANGE, channel, program, 0, 0));
            for (Note note : part.notes()) {
                long end =
                        Math.max(
                                tick(piece, note.beat() + note.beats()),
                                tick(piece, note.beat()) + 1);
                int velocity = velocity(note.velocity());
                track.add(on(piece, channel, note.pitch(), velocity, note.beat()));
                track.add(event(ShortMessage.NOTE_OFF, channel, note.pitch(), 0, end));
            }
            channel++;
        }
        for (Hit hit : piece.hits()) {
            track.add(
                    on(
                            piece,
                            DRUM_CHANNEL,
                            hit.drum().note(),
                            velocity(hit.velocity()),
                            hit.beat()));
        }
        MidiSystem.write(sequence, 1, file.toFile());
    }

    /// Reads the tempo of a file, if it has just one; cuts a copy to `seconds`.
    static List<Facts> cut(Path from, Path to, double seconds)
            throws IOException, InvalidMidiDataException {
        Sequence sequence = MidiSystem.getSequence(from.toFile());
        List<Double> tempi = new ArrayList<>();
        List<Integer> meters = new ArrayList<>();
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size(); i++) {
                if (track.get(i).getMessage() instanceof MetaMessage meta) {
                    byte[] data = meta.getData();
                    if (meta.getType() == TEMPO) {
                        int micros =
                                ((data[0] & 255) << 16) | ((data[1] & 255) << 8) | (data[2] & 255);
                        tempi.add(60e6 / micros);
                    } else if (meta.getType() == METER) {
                        meters.add((int) data[0]);
                    }
                }
            }
        }
        if (sequence.getDivisionType() != Sequence.PPQ || tempi.stream().distinct().count() != 1) {
            return List.of();
        }
        double bpm = tempi.getFirst();
        long last =
                Math.min(
                        sequence.getTickLength(),
                        (long) (seconds * bpm / 60 * sequence.getResolution()));
        Sequence cut = new Sequence(Sequence.PPQ, sequence.getResolution());
        Track kept = cut.createTrack();
        kept.add(tempo(bpm));
        for (Track track : sequence.getTracks()) {
            for (int i = 0; i < track.size() && track.get(i).getTick() <= last; i++) {
                if (track.get(i).getMessage() instanceof ShortMessage message
                        && message.getStatus() < 0xF0) {
                    kept.add(track.get(i));
                }
            }
        }
        for (int channel = 0; channel < 16; channel++) {
            kept.add(event(ShortMessage.CONTROL_CHANGE, channel, PEDAL, 0, last));
            kept.add(event(ShortMessage.CONTROL_CHANGE, channel, ALL_NOTES_OFF, 0, last));
        }
        double length = cut.getMicrosecondLength() / 1e6;
        MidiSystem.write(cut, 0, to.toFile());
        int meter = meters.stream().distinct().count() == 1 ? meters.getFirst() : 0;
        return List.of(new Facts(bpm, meter, length));
    }

    private static MidiEvent tempo(double bpm) throws InvalidMidiDataException {
        long micros = Math.round(60e6 / bpm);
        byte[] data = {(byte) (micros >> 16), (byte) (micros >> 8), (byte) micros};
        return new MidiEvent(new MetaMessage(TEMPO, data, 3), 0);
    }

    private static MidiEvent on(Piece piece, int channel, int note, int velocity, double beat)
            throws InvalidMidiDataException {
        return event(ShortMessage.NOTE_ON, channel, note, velocity, tick(piece, beat));
    }

    private static MidiEvent event(int command, int channel, int first, int second, long tick)
            throws InvalidMidiDataException {
        return new MidiEvent(new ShortMessage(command, channel, first, second), tick);
    }

    private static long tick(Piece piece, double beat) {
        return Math.max(0, Math.round(piece.seconds(beat) * piece.bpm() / 60 * TICKS));
    }

    private static int velocity(double velocity) {
        return Math.clamp(Math.round(20 + 100 * velocity), 1, 127);
    }
}
