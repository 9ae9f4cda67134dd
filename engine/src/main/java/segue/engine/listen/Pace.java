package segue.engine.listen;

import java.util.List;
import java.util.Locale;

/// Tells how fast it goes and how much is left, by bytes: files differ too much in length.
final class Pace {

    private static final double WARM_UP_SECONDS = 3;

    private final long began = System.nanoTime();
    private final long total;
    private long done;

    Pace(List<Found> files) {
        total = files.stream().mapToLong(file -> file.stamp().bytes()).sum();
    }

    void add(Found file) {
        done += file.stamp().bytes();
    }

    /// "210× faster than it plays, 12 min left, 3 failed".
    String words(double musicSeconds, int failed) {
        double seconds = (System.nanoTime() - began) / 1e9;
        StringBuilder words = new StringBuilder();
        if (musicSeconds > 0) {
            words.append(
                    String.format(
                            Locale.ROOT, "%.0f× faster than it plays", musicSeconds / seconds));
        }
        if (seconds > WARM_UP_SECONDS && done > 0) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(left((total - done) / (double) done * seconds))
                    .append(" left");
        }
        if (failed > 0) {
            words.append(words.isEmpty() ? "" : ", ").append(failed).append(" failed");
        }
        return words.toString();
    }

    private static String left(double seconds) {
        if (seconds < 90) {
            return Math.round(seconds) + " s";
        }
        return seconds < 5400
                ? Math.round(seconds / 60) + " min"
                : String.format(Locale.ROOT, "%.1f h", seconds / 3600);
    }
}
