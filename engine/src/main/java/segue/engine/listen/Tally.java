package segue.engine.listen;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.library.sound.FileNews;

/// Counts what a run does. For one thread.
final class Tally {

    private static final int EXAMPLES = 3;

    private final long began = System.nanoTime();
    private final Map<Failure.Kind, SortedMap<String, String>> failures =
            new EnumMap<>(Failure.Kind.class);
    private final SortedMap<String, String> damaged = new TreeMap<>();
    private final SortedMap<String, String> untagged = new TreeMap<>();
    private int written;
    private int heard;
    private int moved;
    private int copied;
    private int returned;
    private int gone;
    private double musicSeconds;

    void failed(String path, Failure failure) {
        failures.computeIfAbsent(failure.kind(), _ -> new TreeMap<>()).put(path, failure.text());
    }

    void count(FileNews news) {
        switch (news) {
            case FileNews.Heard it -> {
                heard++;
                musicSeconds += it.sound().measures().durationSeconds();
                it.tags().damage().ifPresent(text -> damaged.put(it.stamp().path(), text));
            }
            case FileNews.Failed _, FileNews.Rewritten _ -> {
                // Counted where it happened.
            }
            case FileNews.Moved _ -> moved++;
            case FileNews.Copied _ -> copied++;
            case FileNews.Unchanged _ -> returned++;
            case FileNews.Gone _ -> gone++;
        }
    }

    int heard() {
        return heard;
    }

    int failed() {
        return failures.values().stream().mapToInt(Map::size).sum();
    }

    double musicSeconds() {
        return musicSeconds;
    }

    void tagged(Tagging tagging) {
        written = tagging.written();
        untagged.putAll(tagging.failures());
    }

    ListenReport report(int found, Plan plan) {
        List<ListenReport.Failures> kinds = new ArrayList<>();
        failures.forEach((kind, files) -> kinds.add(some(kind.words(), files)));
        kinds.sort(Comparator.comparingInt(ListenReport.Failures::count).reversed());
        return new ListenReport(
                found,
                heard,
                plan.unchanged(),
                moved,
                copied,
                returned,
                gone,
                plan.stillFailing(),
                some("heard, but damaged", damaged),
                kinds,
                written,
                some("tags not written", untagged),
                musicSeconds,
                (System.nanoTime() - began) / 1e9);
    }

    private static ListenReport.Failures some(String reason, SortedMap<String, String> files) {
        return new ListenReport.Failures(
                reason,
                files.size(),
                files.entrySet().stream()
                        .limit(EXAMPLES)
                        .map(file -> new ListenReport.Example(file.getKey(), file.getValue()))
                        .toList());
    }
}
