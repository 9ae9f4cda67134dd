package segue.audio.compose;

import java.util.Arrays;
import java.util.List;

/// Our own small synthesiser: plays a piece and mixes it down. The same piece gives the same
/// samples on every machine. Thread-safe; holds about 40 bytes a frame while it works.
public final class Synthesizer {

    /// Frames a second.
    public static final int SAMPLE_RATE = 44_100;

    /// How long the kick holds the rest down.
    private static final double DUCK_SECONDS = .22;

    public Stereo render(Piece piece) {
        int frames = (int) (piece.durationSeconds() * SAMPLE_RATE);
        Mix mix = new Mix(frames);
        float[] duck = duck(piece, frames);
        float[] bus = new float[frames];
        for (Part part : piece.parts()) {
            if (!part.notes().isEmpty()) {
                Patch patch = piece.palette().patch(part.role());
                Arrays.fill(bus, 0);
                play(piece, part, patch, bus);
                Effects.drive(bus, patch.space().drive());
                if (piece.palette().room().ducking() > 0) {
                    multiply(bus, duck);
                }
                mix.add(bus, patch.space(), part.role());
            }
        }
        drums(piece, mix);
        return mix.finish(piece);
    }

    private static void play(Piece piece, Part part, Patch patch, float[] bus) {
        double wobble = piece.bpm() / 60 * (1 + Math.floorMod(piece.seed(), 3L));
        Voice voice = new Voice(patch, wobble);
        double secondsPerBeat = 60 / piece.bpm();
        for (Note note : part.notes()) {
            double hertz = 440 * Voice.ratio((note.pitch() - 69) * 100 + piece.tuningCents());
            int begin = frame(piece, note.beat());
            voice.add(bus, begin, hertz, note.beats() * secondsPerBeat, note.velocity());
        }
    }

    private static void drums(Piece piece, Mix mix) {
        DrumSounds sounds = new DrumSounds(piece.palette().kit());
        float level = (float) piece.palette().kit().level();
        for (Hit hit : piece.hits()) {
            float gain = (float) (level * hit.velocity() * Math.sqrt(hit.velocity()));
            mix.add(sounds.of(hit.drum()), frame(piece, hit.beat()), gain, hit.drum());
        }
    }

    private static int frame(Piece piece, double beat) {
        return Math.max(0, (int) Math.round(piece.seconds(beat) * SAMPLE_RATE));
    }

    private static float[] duck(Piece piece, int frames) {
        float[] gain = new float[frames];
        Arrays.fill(gain, 1);
        float depth = (float) piece.palette().room().ducking();
        List<Hit> kicks =
                piece.hits().stream()
                        .filter(hit -> hit.drum() == Drum.KICK && hit.velocity() > .5)
                        .toList();
        int length = (int) (DUCK_SECONDS * SAMPLE_RATE);
        for (Hit kick : kicks) {
            int begin = frame(piece, kick.beat());
            for (int i = 0; i < length && begin + i < frames; i++) {
                float open = (float) i / length;
                gain[begin + i] = Math.min(gain[begin + i], 1 - depth * (1 - open * open));
            }
        }
        return gain;
    }

    private static void multiply(float[] bus, float[] gain) {
        for (int i = 0; i < bus.length; i++) {
            bus[i] *= gain[i];
        }
    }
}
