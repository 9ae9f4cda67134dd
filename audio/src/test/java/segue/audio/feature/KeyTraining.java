package segue.audio.feature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/// Learns the numbers of [KeyWeights] from folders of clips whose keys are known: one softmax over
/// 24 keys whose row is the evidence seen from the key's tonic, so all transpositions share their
/// weights (multinomial logistic regression, ridge penalty).
///
/// Each folder has WAV files of 16 bits at 22,050 Hz and `truth.csv`: file without `.wav`, tonic
/// 0..11, 1 for minor. Each clip counts twice: whole, and cut at random, so that beginnings and
/// ends are not trusted too much. Prints accuracy over five folds, then the table.
final class KeyTraining {

    private static final int FOLDS = 5;
    private static final double RIDGE = 8;
    private static final int ROUNDS = 500;

    private record Clip(int set, int fold, int truth, double[][] rows, boolean whole) {}

    private KeyTraining() {}

    /// Arguments: the folders.
    public static void main(String[] folders) throws Exception {
        List<Clip> clips = new ArrayList<>();
        for (int set = 0; set < folders.length; set++) read(Path.of(folders[set]), set, clips);
        double[][] logits = new double[clips.size()][];
        for (int fold = 0; fold < FOLDS; fold++) {
            int left = fold;
            double[] weights = fit(clips.stream().filter(clip -> clip.fold() != left).toList());
            for (int i = 0; i < logits.length; i++) {
                if (clips.get(i).fold() == fold) logits[i] = scores(weights, clips.get(i).rows());
            }
        }
        for (int set = 0; set < folders.length; set++) {
            for (boolean whole : new boolean[] {true, false})
                report(folders[set], set, whole, clips, logits);
        }
        for (int set = 0; set < folders.length && folders.length > 1; set++) {
            int left = set;
            double[] weights = fit(clips.stream().filter(clip -> clip.set() != left).toList());
            double[][] other = new double[clips.size()][];
            for (int i = 0; i < other.length; i++) other[i] = scores(weights, clips.get(i).rows());
            report("others->" + folders[set], set, true, clips, other);
        }
        print(fit(clips));
    }

    static float[] samples(Path file) throws IOException, UnsupportedAudioFileException {
        try (AudioInputStream in = AudioSystem.getAudioInputStream(file.toFile())) {
            AudioFormat format = in.getFormat();
            int channels = format.getChannels();
            ShortBuffer data =
                    ByteBuffer.wrap(in.readAllBytes())
                            .order(ByteOrder.LITTLE_ENDIAN)
                            .asShortBuffer();
            float[] mono = new float[data.remaining() / channels];
            for (int i = 0; i < mono.length * channels; i++)
                mono[i / channels] += data.get(i) / 32768f / channels;
            return mono;
        }
    }

    private static void read(Path folder, int set, List<Clip> clips) throws Exception {
        Random random = new Random(set);
        for (String line : Files.readAllLines(folder.resolve("truth.csv"))) {
            String[] cells = line.split(",");
            float[] mono = samples(folder.resolve(cells[0] + ".wav"));
            List<float[][]> windows = new ArrayList<>();
            HarmonyFrames frames =
                    new HarmonyFrames(
                            (low, high) -> windows.add(new float[][] {low.clone(), high.clone()}));
            frames.accept(mono, 0, mono.length);
            frames.finish();
            int truth = Integer.parseInt(cells[1]) + 12 * Integer.parseInt(cells[2]);
            int fold = random.nextInt(FOLDS);
            clips.add(new Clip(set, fold, truth, rows(windows), true));
            int keep = (int) (windows.size() * (0.5 + 0.4 * random.nextDouble()));
            int from = random.nextInt(windows.size() - keep + 1);
            clips.add(new Clip(set, fold, truth, rows(windows.subList(from, from + keep)), false));
        }
    }

    private static double[][] rows(List<float[][]> windows) {
        KeyEvidence evidence = new KeyEvidence();
        for (float[][] window : windows) evidence.accept(window[0], window[1]);
        evidence.finish();
        return evidence.rows();
    }

    /// Weights: major's row, minor's row, minor's bias. Adam, full batches.
    private static double[] fit(List<Clip> clips) {
        int size = 2 * KeyEvidence.SIZE + 1;
        double[] weights = new double[size];
        double[] slope = new double[size];
        double[] mean = new double[size];
        double[] square = new double[size];
        for (int round = 1; round <= ROUNDS; round++) {
            for (int i = 0; i < size; i++) slope[i] = i < size - 1 ? RIDGE * weights[i] : 0;
            for (Clip clip : clips) slope(weights, clip, slope);
            double rate = 0.1 * Math.min(1, 1.5 * (ROUNDS + 1 - round) / ROUNDS);
            for (int i = 0; i < size; i++) {
                mean[i] = 0.9 * mean[i] + 0.1 * slope[i];
                square[i] = 0.99 * square[i] + 0.01 * slope[i] * slope[i];
                double m = mean[i] / (1 - Math.pow(0.9, round));
                double v = square[i] / (1 - Math.pow(0.99, round));
                weights[i] -= rate * m / (Math.sqrt(v) + 1e-8);
            }
        }
        return weights;
    }

    private static void slope(double[] weights, Clip clip, double[] slope) {
        double[] shares = softmax(scores(weights, clip.rows()));
        shares[clip.truth()] -= 1;
        for (int key = 0; key < 24; key++) {
            if (Math.abs(shares[key]) < 1e-6) continue;
            double[] row = clip.rows()[key % 12];
            int at = key / 12 * KeyEvidence.SIZE;
            for (int i = 0; i < KeyEvidence.SIZE; i++) slope[at + i] += shares[key] * row[i];
            if (key >= 12) slope[2 * KeyEvidence.SIZE] += shares[key];
        }
    }

    private static double[] scores(double[] weights, double[][] rows) {
        double[] scores = new double[24];
        for (int key = 0; key < 24; key++) {
            int at = key / 12 * KeyEvidence.SIZE;
            double sum = key < 12 ? 0 : weights[2 * KeyEvidence.SIZE];
            for (int i = 0; i < KeyEvidence.SIZE; i++) sum += weights[at + i] * rows[key % 12][i];
            scores[key] = sum;
        }
        return scores;
    }

    private static double[] softmax(double[] scores) {
        double top = Arrays.stream(scores).max().orElseThrow();
        double[] shares = Arrays.stream(scores).map(score -> Math.exp(score - top)).toArray();
        double total = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / total).toArray();
    }

    private static void report(
            String name, int set, boolean whole, List<Clip> clips, double[][] logits) {
        double[] score = new double[2];
        int[] count = new int[2];
        int exact = 0;
        double loss = 0;
        double[][] bins = new double[5][3];
        for (int i = 0; i < clips.size(); i++) {
            Clip clip = clips.get(i);
            if (clip.set() != set || clip.whole() != whole) continue;
            double[] shares = softmax(logits[i]);
            int best = 0;
            for (int key = 1; key < 24; key++) if (shares[key] > shares[best]) best = key;
            double points = mirex(best, clip.truth());
            score[clip.truth() / 12] += points;
            count[clip.truth() / 12]++;
            if (points == 1) exact++;
            loss -= Math.log(shares[clip.truth()] + 1e-12);
            double[] bin = bins[Math.min(4, (int) (shares[best] * 5))];
            bin[0]++;
            bin[1] += shares[best];
            bin[2] += points == 1 ? 1 : 0;
        }
        int n = count[0] + count[1];
        StringBuilder calibration = new StringBuilder();
        for (double[] bin : bins) {
            if (bin[0] > 0)
                calibration.append(
                        String.format(
                                Locale.ROOT,
                                " %.0f:%.2f/%.2f",
                                bin[0],
                                bin[1] / bin[0],
                                bin[2] / bin[0]));
        }
        System.out.printf(
                Locale.ROOT,
                "%-28s %-5s n %d mirex %.3f exact %.3f major %.3f minor %.3f loss %.3f  said/true%s%n",
                name,
                whole ? "whole" : "cut",
                n,
                (score[0] + score[1]) / n,
                exact / (double) n,
                score[0] / count[0],
                score[1] / count[1],
                loss / n,
                calibration);
    }

    /// The score of MIREX: 1 exact, .5 a fifth off, .3 the relative, .2 the parallel key.
    static double mirex(int found, int truth) {
        int off = Math.floorMod(found % 12 - truth % 12, 12);
        if (found / 12 == truth / 12) return off == 0 ? 1 : off == 5 || off == 7 ? 0.5 : 0;
        if (off == 0) return 0.2;
        return off == (truth >= 12 ? 3 : 9) ? 0.3 : 0;
    }

    private static void print(double[] weights) {
        int[] groups = {12, 12, 24, 24, 24, 48};
        String[] names = {"pitch classes", "bass", "chords", "first", "last", "steps"};
        int at = 0;
        for (String mode : new String[] {"MAJOR", "MINOR"}) {
            System.out.println(mode);
            for (int group = 0; group < groups.length; group++) {
                for (int i = 0; i < groups[group]; i++) {
                    if (i % 12 == 0) System.out.print("        ");
                    System.out.printf(Locale.ROOT, "%.2ff, ", weights[at++]);
                    if (i % 12 == 11) System.out.println(i == 11 ? "// " + names[group] : "//");
                }
            }
        }
        System.out.printf(Locale.ROOT, "BIAS %.3f%n", weights[at]);
    }
}
