package segue.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import javax.sound.midi.InvalidMidiDataException;
import segue.audio.compose.Composer;
import segue.audio.compose.Piece;
import segue.audio.compose.Stereo;
import segue.audio.compose.Synthesizer;
import segue.audio.decode.AudioWriter;

/// Renders clips whose tempo and key are known, with `truth.csv` beside them.
///
/// `AudioClips FOLDER [CLIPS [BASE [SECONDS]]]`: 120 clips, seeds from 770000, two thirds to all of
/// 90 seconds each. Seeds below 10000 are for tuning; nobody may tune on those from 770000, which
/// the published table uses. Every third clip is played by fluidsynth with two of Debian's sound
/// fonts: our own pieces, and the scores of the package openttd-openmsx that keep one tempo.
///
/// Needs `apt-get install fluidsynth fluid-soundfont-gm timgm6mb-soundfont openttd-openmsx`;
/// `SEGUE_MIDI` names another folder of scores.
public final class AudioClips {

    private static final Path FONTS = Path.of("/usr/share/sounds/sf2");
    private static final String[] FONT_NAMES = {"FluidR3_GM.sf2", "TimGM6mb.sf2"};
    private static final String SCORES = "/usr/share/games/openttd/baseset/openmsx";
    private static final double SHORTEST_SCORE_SECONDS = 40;

    private final Path folder;
    private final double seconds;
    private final Synthesizer synthesizer = new Synthesizer();
    private double rendered;
    private double cpuSeconds;

    private AudioClips(Path folder, double seconds) {
        this.folder = folder;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 1 || arguments.length > 4) {
            throw new IllegalArgumentException("usage: AudioClips FOLDER [CLIPS [BASE [SECONDS]]]");
        }
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int clips = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 120;
        long base = arguments.length > 2 ? Long.parseLong(arguments[2]) : 770_000;
        double seconds = arguments.length > 3 ? Double.parseDouble(arguments[3]) : 90;
        new AudioClips(folder, seconds).render(clips, base);
    }

    private void render(int count, long base) throws Exception {
        List<Clip> clips = new ArrayList<>();
        List<Path> scores = scores(base);
        for (int i = 0; i < count; i++) {
            long seed = base + i;
            if (i % 9 == 8 && !scores.isEmpty()) {
                clips.add(score(scores.removeLast(), seed));
                continue;
            }
            double length = seconds * new SplittableRandom(seed).nextDouble(2.0 / 3, 1);
            Piece piece = Composer.any(seed).compose(seed, length);
            clips.add(i % 3 == 2 ? played(piece) : synthesized(piece));
        }
        Clip.write(clips, folder);
        System.out.printf(
                "%d clips; our own synthesiser: %.0f s, %.1f seconds a CPU second%n",
                clips.size(), rendered, rendered / cpuSeconds);
    }

    private Clip synthesized(Piece piece) {
        double before = cpu();
        Stereo sound = synthesizer.render(piece);
        cpuSeconds += cpu() - before;
        rendered += sound.seconds();
        Clip clip = clip(piece, "segue");
        AudioWriter.write(
                folder.resolve(clip.file()),
                Synthesizer.SAMPLE_RATE,
                Map.of(),
                sound.left(),
                sound.right());
        return clip;
    }

    private Clip played(Piece piece) throws Exception {
        Clip clip = clip(piece, "fluidsynth");
        Path midi = Files.createTempFile("segue", ".mid");
        MidiScore.write(piece, midi);
        fluidsynth(midi, folder.resolve(clip.file()), piece.seed());
        return clip;
    }

    private Clip score(Path score, long seed) throws Exception {
        Path midi = Files.createTempFile("segue", ".mid");
        MidiScore.Facts facts = MidiScore.cut(score, midi, seconds).getFirst();
        String name = score.getFileName().toString().replace(".mid", "");
        String file = String.format(Locale.ROOT, "%06d-%s.wav", seed, name);
        fluidsynth(midi, folder.resolve(file), seed);
        return new Clip(file, "score", facts.bpm(), "", facts.beatsPerBar(), -1, "openmsx");
    }

    private static Clip clip(Piece piece, String source) {
        String style = piece.style().title();
        String file =
                String.format(Locale.ROOT, "%06d-%s.wav", piece.seed(), style.replace(' ', '-'));
        return new Clip(
                file,
                style,
                piece.bpm(),
                piece.key().name(),
                piece.beatsPerBar(),
                piece.firstBeatSeconds(),
                source);
    }

    private static void fluidsynth(Path midi, Path wav, long seed) throws Exception {
        String font = FONTS.resolve(FONT_NAMES[(int) (seed / 3 % FONT_NAMES.length)]).toString();
        List<String> command =
                List.of(
                        "fluidsynth",
                        "-niq",
                        "-g",
                        ".6",
                        "-r",
                        "44100",
                        "-O",
                        "s16",
                        "-T",
                        "wav",
                        "-F",
                        wav.toString(),
                        font,
                        midi.toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException("fluidsynth failed: " + String.join(" ", command));
        }
        Files.delete(midi);
    }

    /// Other people's scores that keep one tempo and last; those for tuning (even places) and
    /// those for the published table (odd ones) are not the same.
    private List<Path> scores(long base) throws IOException, InvalidMidiDataException {
        String named = System.getenv("SEGUE_MIDI");
        Path home = Path.of(named == null ? SCORES : named);
        List<Path> found = new ArrayList<>();
        if (!Files.isDirectory(home)) {
            return found;
        }
        Path scratch = Files.createTempFile("segue", ".mid");
        try (var files = Files.list(home)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".mid")).sorted().toList()) {
                List<MidiScore.Facts> facts = MidiScore.cut(file, scratch, seconds);
                if (!facts.isEmpty() && facts.getFirst().seconds() > SHORTEST_SCORE_SECONDS) {
                    found.add(file);
                }
            }
        }
        Files.delete(scratch);
        int parity = base < 10_000 ? 0 : 1;
        List<Path> kept = new ArrayList<>();
        for (int i = parity; i < found.size(); i += 2) {
            kept.add(found.get(i));
        }
        return kept;
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                        .getProcessCpuTime()
                / 1e9;
    }
}
