package segue.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import segue.engine.names.NameIndex;
import segue.engine.names.NameIndexBuilder;
import segue.library.Kind;

/// How fast names are found while someone types: invented names of one to four words, drawn by
/// Zipf's law from a vocabulary a sixth as large. Argument: how many, default 300000.
public final class NamesBench {

    private static final int TYPED = 2_000;

    private NamesBench() {}

    public static void main(String[] args) {
        int count = args.length == 0 ? 300_000 : Integer.parseInt(args[0]);
        SplittableRandom random = new SplittableRandom(1);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count / 6; i++) {
            words.add(word(random));
        }
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<String> name = new ArrayList<>();
            for (int w = random.nextInt(1, 5); w > 0; w--) {
                name.add(words.get((int) (words.size() * Math.pow(random.nextDouble(), 2.5))));
            }
            names.add(String.join(" ", name));
        }
        long started = System.nanoTime();
        NameIndexBuilder builder = new NameIndexBuilder();
        for (int i = 0; i < count; i++) {
            builder.take(Kind.ARTIST, "artist-" + i, names.get(i), "", random.nextDouble() * 1e4);
        }
        NameIndex index = builder.build();
        System.out.printf(
                Locale.ROOT,
                "%s: built in %.2f s, %.1f MB%n",
                index,
                (System.nanoTime() - started) / 1e9,
                index.memory() / 1e6);
        for (int letters : new int[] {1, 2, 3, 5, 8, 12}) {
            measure("first " + letters, index, typed(names, letters, false));
        }
        measure("whole, one error", index, typed(names, 100, true));
        measure("first 8, one error", index, typed(names, 8, true));
    }

    private static String word(SplittableRandom random) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            word.append("bcdfghjklmnprstvwz".charAt(random.nextInt(18)));
            word.append("aeiou".charAt(random.nextInt(5)));
            if (random.nextInt(3) == 0) {
                word.append("lmnrst".charAt(random.nextInt(6)));
            }
        }
        return word.toString();
    }

    private static List<String> typed(List<String> names, int letters, boolean error) {
        SplittableRandom random = new SplittableRandom(2);
        List<String> typed = new ArrayList<>();
        while (typed.size() < TYPED) {
            String name = names.get(random.nextInt(names.size()));
            String begin = name.substring(0, Math.min(letters, name.length()));
            if (error && begin.length() > 4) {
                int at = random.nextInt(1, begin.length() - 1);
                begin = begin.substring(0, at) + 'x' + begin.substring(at + 1);
            }
            typed.add(begin);
        }
        return typed;
    }

    private static void measure(String what, NameIndex index, List<String> typed) {
        double[] millis = new double[typed.size()];
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < millis.length; i++) {
                long started = System.nanoTime();
                index.search(typed.get(i), List.of(), 10);
                millis[i] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-20s p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                what,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1]);
    }
}
