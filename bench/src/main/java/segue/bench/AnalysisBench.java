package segue.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import segue.audio.Analyzer;
import segue.audio.TrackProfile;
import segue.audio.decode.Decoder;
import segue.audio.dsp.MelBands;
import segue.audio.dsp.OctaveBands;
import segue.audio.dsp.OnsetStrength;
import segue.audio.dsp.Stft;
import segue.audio.feature.Fingerprinter;
import segue.audio.feature.KeyFinder;
import segue.audio.feature.LoudnessMeter;
import segue.audio.feature.RhythmPattern;
import segue.audio.feature.StructureFinder;
import segue.audio.feature.Tempo;
import segue.audio.feature.TempoFinder;
import segue.audio.feature.TempoPrior;
import segue.audio.feature.TimbreMeter;
import segue.audio.feature.WaveformSketch;
import segue.core.run.SegueException;

/// Seconds of audio a CPU second for the whole analysis of every file in the folders named, and
/// the memory it took, then what each part costs on the first two minutes of some of them.
///
/// `AnalysisBench FOLDER…`; one thread, whose CPU time counts, not the clock.
public final class AnalysisBench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int PART_FILES = 10;
    private static final int PART_SECONDS = 120;

    private double seconds;
    private double cpu;

    private AnalysisBench() {}

    public static void main(String[] folders) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String folder : folders) {
            files.addAll(Sounds.below(Path.of(folder), 0));
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("usage: AnalysisBench FOLDER… (with audio files)");
        }
        new AnalysisBench().whole(files);
        List<Path> some = new ArrayList<>();
        for (int i = 0; i < PART_FILES; i++) {
            some.add(files.get((int) ((long) i * files.size() / PART_FILES)));
        }
        memory();
        parts(some.stream().distinct().toList());
    }

    private void whole(List<Path> files) {
        int failures = 0;
        double longest = 0;
        for (int warm = 0; warm < 2; warm++) {
            analyze(files.getFirst());
        }
        for (Path file : files) {
            double before = cpuSeconds();
            try {
                double length = analyze(file).durationSeconds();
                cpu += cpuSeconds() - before;
                seconds += length;
                longest = Math.max(longest, length);
            } catch (SegueException e) {
                failures++;
                System.out.println(e.getMessage());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d files, %d refused; %.0f s of audio, longest %.0f s; %.1f CPU s: %.0f x%n",
                files.size(),
                failures,
                seconds,
                longest,
                cpu,
                seconds / cpu);
    }

    private static TrackProfile analyze(Path file) {
        return Analyzer.analyze(file, () -> false);
    }

    /// Each part's cost is the difference that it makes; the second round counts.
    private static void parts(List<Path> files) {
        List<float[]> sounds = files.stream().map(AnalysisBench::mono).toList();
        double length = 0;
        for (float[] sound : sounds) {
            length += (double) sound.length / Stft.SAMPLE_RATE;
        }
        for (int round = 0; round < 2; round++) {
            boolean shown = round == 1;
            double full = 0;
            for (Path file : files) {
                full += decodedSeconds(file, false);
            }
            double decode = time(() -> files.forEach(f -> decodedSeconds(f, false)));
            double both = time(() -> files.forEach(f -> decodedSeconds(f, true)));
            show(shown, "decoding and resampling", decode / full);
            show(shown, "loudness and true peak", (both - decode) / full);
            double before = stft(sounds, List::of);
            show(shown, "short-time transform", before / length);
            String[] names = {
                "mel bands",
                "octave bands",
                "onset strength",
                "timbre",
                "form",
                "drawing",
                "fingerprint"
            };
            for (int n = 1; n <= names.length; n++) {
                int count = n;
                double now = stft(sounds, () -> listeners().subList(0, count));
                show(shown, names[n - 1], (now - before) / length);
                before = now;
            }
            show(shown, "key", time(() -> sounds.forEach(AnalysisBench::key)) / length);
            List<OnsetStrength> onsets = sounds.stream().map(AnalysisBench::onsets).toList();
            List<Tempo> tempos = new ArrayList<>();
            TempoFinder finder = new TempoFinder(TempoPrior.DEFAULTS);
            double tempo = time(() -> onsets.forEach(o -> tempos.add(finder.find(o))));
            show(shown, "tempo and beats, at the end", tempo / length);
            double rhythm =
                    time(
                            () -> {
                                for (int i = 0; i < tempos.size(); i++) {
                                    RhythmPattern.of(onsets.get(i), tempos.get(i));
                                }
                            });
            show(shown, "rhythm pattern, at the end", rhythm / length);
        }
    }

    private static void show(boolean shown, String part, double cpuPerSecond) {
        if (shown) {
            System.out.printf(
                    Locale.ROOT, "%-30s %7.3f ms a second of audio%n", part, 1000 * cpuPerSecond);
        }
    }

    private static List<Stft.Listener> listeners() {
        MelBands mel = new MelBands(40, 30, 11_000);
        OctaveBands octaves = new OctaveBands();
        return List.of(
                mel,
                octaves,
                new OnsetStrength(mel),
                new TimbreMeter(mel, octaves),
                new StructureFinder(octaves),
                new WaveformSketch(octaves),
                new Fingerprinter());
    }

    private static double stft(List<float[]> sounds, Supplier<List<Stft.Listener>> listeners) {
        Consumer<float[]> hear =
                sound -> {
                    Stft stft = new Stft(listeners.get());
                    stft.accept(sound, 0, sound.length);
                    stft.finish();
                };
        return time(() -> sounds.forEach(hear));
    }

    private static OnsetStrength onsets(float[] sound) {
        MelBands mel = new MelBands(40, 30, 11_000);
        OnsetStrength onsets = new OnsetStrength(mel);
        Stft stft = new Stft(List.of(mel, onsets));
        stft.accept(sound, 0, sound.length);
        stft.finish();
        return onsets;
    }

    private static void key(float[] sound) {
        KeyFinder finder = new KeyFinder();
        finder.accept(sound, 0, sound.length);
        finder.finish();
    }

    private static double decodedSeconds(Path file, boolean measured) {
        try (Decoder decoder = Decoder.open(file)) {
            LoudnessMeter meter =
                    new LoudnessMeter(decoder.format().sampleRate(), decoder.format().speakers());
            while (decoder.next()) {
                if (measured) {
                    meter.accept(decoder.samples(), decoder.length());
                }
            }
            return decoder.seconds();
        }
    }

    private static float[] mono(Path file) {
        float[] sound = new float[PART_SECONDS * Stft.SAMPLE_RATE];
        int filled = 0;
        try (Decoder decoder = Decoder.open(file)) {
            while (filled < sound.length && decoder.next()) {
                int count = Math.min(decoder.monoLength(), sound.length - filled);
                System.arraycopy(decoder.mono(), 0, sound, filled, count);
                filled += count;
            }
        }
        return Arrays.copyOf(sound, filled);
    }

    private static void memory() throws IOException {
        long heap = 0;
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
        }
        System.out.printf(Locale.ROOT, "heap at most %d MB%n", heap >> 20);
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM"))
                    .forEach(System.out::println);
        }
    }

    private static double time(Runnable work) {
        double before = cpuSeconds();
        work.run();
        return cpuSeconds() - before;
    }

    private static double cpuSeconds() {
        return THREADS.getCurrentThreadCpuTime() / 1e9;
    }
}
