package segue.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import segue.audio.decode.Decoder;
import segue.audio.feature.Loudness;
import segue.audio.feature.LoudnessMeter;
import segue.core.run.SegueException;

/// Our loudness beside that of the system's `ffmpeg -af ebur128=peak=true` on every audio file
/// of the folders named: the largest differences, and both speeds in seconds of audio a CPU
/// second. FFmpeg prints one decimal, so that .05 of each difference may be its rounding.
public final class LoudnessBench {

    private static final Pattern AUDIO =
            Pattern.compile(".*\\.(mp3|flac|ogg|opus|m4a|wav|aiff?|wma)");
    private static final Pattern NUMBER =
            Pattern.compile("\\b(I|LRA|Peak):\\s+(-?[0-9.]+|-inf) (LUFS|LU|dBFS)");
    private static final Pattern CPU = Pattern.compile("utime=([0-9.]+)s stime=([0-9.]+)s");
    private static final int SHOWN = 5;
    private static final double SILENT = -200;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private record Measured(
            Path file, double seconds, double cpu, double meterCpu, Loudness loudness) {}

    private record Peer(double cpu, double lufs, double range, double peak) {}

    private record Row(Measured ours, Peer peer) {
        double integrated() {
            return Math.abs(ours.loudness().integratedLufs() - peer.lufs());
        }

        double range() {
            return Math.abs(ours.loudness().rangeLu() - peer.range());
        }

        double peak() {
            return Math.abs(ours.loudness().truePeakDbtp() - peer.peak());
        }
    }

    private LoudnessBench() {}

    public static void main(String[] folders) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (String folder : folders) {
            for (Path file : audioFiles(Path.of(folder))) {
                try {
                    rows.add(new Row(ours(file), ffmpeg(file)));
                } catch (SegueException.BadInput e) {
                    System.out.println("not measured: " + e.getMessage());
                }
            }
        }
        double seconds = rows.stream().mapToDouble(row -> row.ours().seconds()).sum();
        double cpu = rows.stream().mapToDouble(row -> row.ours().cpu()).sum();
        double meter = rows.stream().mapToDouble(row -> row.ours().meterCpu()).sum();
        double peerCpu = rows.stream().mapToDouble(row -> row.peer().cpu()).sum();
        System.out.printf(
                Locale.ROOT,
                "%d files, %.0f s of audio. Decoding and loudness: ours %.0fx (loudness alone"
                        + " %.2f ms a second), ffmpeg %.0fx%n",
                rows.size(),
                seconds,
                seconds / cpu,
                1000 * meter / seconds,
                seconds / peerCpu);
        show("integrated, LU", rows, Row::integrated);
        show("range, LU", rows, Row::range);
        show("true peak, dB", rows, Row::peak);
    }

    private static void show(String what, List<Row> rows, ToDoubleFunction<Row> difference) {
        System.out.println("largest differences in " + what);
        rows.stream()
                .sorted(Comparator.comparingDouble(difference).reversed())
                .limit(SHOWN)
                .forEach(
                        row ->
                                System.out.printf(
                                        Locale.ROOT,
                                        "  %.3f  ours %s, ffmpeg %.1f %.1f %.1f  %s%n",
                                        difference.applyAsDouble(row),
                                        row.ours().loudness(),
                                        row.peer().lufs(),
                                        row.peer().range(),
                                        row.peer().peak(),
                                        row.ours().file().getFileName()));
    }

    private static List<Path> audioFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> AUDIO.matcher(file.toString()).matches()).sorted().toList();
        }
    }

    private static Measured ours(Path file) {
        long start = THREADS.getCurrentThreadCpuTime();
        long metering = 0;
        try (Decoder decoder = Decoder.open(file)) {
            LoudnessMeter meter =
                    new LoudnessMeter(decoder.format().sampleRate(), decoder.format().speakers());
            while (decoder.next()) {
                long before = THREADS.getCurrentThreadCpuTime();
                meter.accept(decoder.samples(), decoder.length());
                metering += THREADS.getCurrentThreadCpuTime() - before;
            }
            Loudness loudness = meter.finish();
            double cpu = (THREADS.getCurrentThreadCpuTime() - start) / 1e9;
            return new Measured(file, decoder.seconds(), cpu, metering / 1e9, loudness);
        }
    }

    private static Peer ffmpeg(Path file) throws IOException {
        Process process =
                new ProcessBuilder(
                                "ffmpeg",
                                "-nostdin",
                                "-hide_banner",
                                "-nostats",
                                "-benchmark",
                                "-threads",
                                "1",
                                "-i",
                                file.toString(),
                                "-map",
                                "a:0",
                                "-af",
                                "ebur128=peak=true:framelog=verbose",
                                "-f",
                                "null",
                                "-")
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher cpu = CPU.matcher(output);
        double seconds =
                cpu.find()
                        ? Double.parseDouble(cpu.group(1)) + Double.parseDouble(cpu.group(2))
                        : 0;
        double[] found = {Double.NaN, Double.NaN, Double.NaN};
        Matcher number = NUMBER.matcher(output);
        while (number.find()) {
            double value =
                    "-inf".equals(number.group(2)) ? SILENT : Double.parseDouble(number.group(2));
            switch (number.group(1)) {
                case "I" -> found[0] = value;
                case "LRA" -> found[1] = value;
                default -> found[2] = value;
            }
        }
        return new Peer(seconds, found[0], found[1], found[2]);
    }
}
