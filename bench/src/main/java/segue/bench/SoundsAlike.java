package segue.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleBiFunction;
import java.util.stream.IntStream;
import segue.audio.Analyzer;
import segue.audio.feature.SoundSpace;
import segue.audio.feature.Timbre;
import segue.audio.feature.Timbre.Group;
import segue.audio.feature.Timbre.Part;
import segue.core.run.SegueException;

/// How many of the ten nearest by sound are of the same style (composed clips, `truth.csv`) or
/// package (real tracks): our distance beside chance, the mean MFCCs alone, each group alone.
///
/// `SoundsAlike FOLDER…`: a folder either holds clips and their `truth.csv`, or a folder for each
/// package.
public final class SoundsAlike {

    private static final int NEAREST = 10;
    private static final long LEAST_BYTES = 240_000; // no jingles

    private record Track(String label, Timbre timbre) {}

    private record Labelled(Path file, String label) {}

    private SoundsAlike() {}

    public static void main(String[] folders) throws IOException {
        if (folders.length == 0) {
            throw new IllegalArgumentException("usage: SoundsAlike FOLDER…");
        }
        for (String folder : folders) {
            Path root = Path.of(folder);
            List<Labelled> files = new ArrayList<>();
            Path truth = root.resolve(Clip.TRUTH);
            if (Files.exists(truth)) {
                for (Clip clip : Clip.read(truth)) {
                    if (!clip.source().equals("openmsx")) { // scores without a style
                        files.add(new Labelled(root.resolve(clip.file()), clip.style()));
                    }
                }
            } else {
                for (Path file : Sounds.below(root, LEAST_BYTES)) {
                    files.add(new Labelled(file, root.relativize(file).getName(0).toString()));
                }
            }
            System.out.println(folder);
            report(hear(files));
        }
    }

    private static List<Track> hear(List<Labelled> files) {
        List<Track> tracks = new ArrayList<>();
        for (Labelled each : files) {
            try {
                Timbre timbre = Analyzer.analyze(each.file(), () -> false).heard().timbre();
                tracks.add(new Track(each.label(), timbre));
            } catch (SegueException e) {
                System.out.println(e.getMessage());
            }
        }
        return tracks;
    }

    private static void report(List<Track> tracks) {
        SoundSpace space = SoundSpace.of(tracks.stream().map(Track::timbre).toList());
        long labels = tracks.stream().map(Track::label).distinct().count();
        System.out.printf("%d tracks, %d labels%n", tracks.size(), labels);
        show("chance", chance(tracks));
        show("the most that is possible", most(tracks));
        show("mean MFCCs alone", share(tracks, SoundsAlike::mfcc));
        show("our distance", share(tracks, space::distance));
        for (Group group : Group.values()) {
            show(
                    "only " + group.name().toLowerCase(Locale.ROOT),
                    share(tracks, (a, b) -> only(space, group, a, b)));
        }
    }

    private static double only(SoundSpace space, Group group, Timbre one, Timbre other) {
        float[] a = space.place(one);
        float[] b = space.place(other);
        double sum = 0;
        for (Part part : Part.values()) {
            if (part.group() == group) {
                sum += squared(a, b, part);
            }
        }
        return sum;
    }

    private static double mfcc(Timbre one, Timbre other) {
        return squared(one.values(), other.values(), Part.MFCC_MEAN);
    }

    private static double squared(float[] a, float[] b, Part part) {
        double sum = 0;
        for (int i = part.offset(); i < part.offset() + part.size(); i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return sum;
    }

    private static double share(List<Track> tracks, ToDoubleBiFunction<Timbre, Timbre> distance) {
        return IntStream.range(0, tracks.size())
                        .mapToLong(seed -> hits(tracks, seed, distance))
                        .average()
                        .orElse(0)
                / NEAREST;
    }

    private static long hits(
            List<Track> tracks, int seed, ToDoubleBiFunction<Timbre, Timbre> distance) {
        Timbre heard = tracks.get(seed).timbre();
        double[] distances =
                tracks.stream()
                        .mapToDouble(t -> distance.applyAsDouble(heard, t.timbre()))
                        .toArray();
        return IntStream.range(0, tracks.size())
                .filter(other -> other != seed)
                .boxed()
                .sorted(Comparator.comparingDouble(other -> distances[other]))
                .limit(NEAREST)
                .filter(other -> tracks.get(other).label().equals(tracks.get(seed).label()))
                .count();
    }

    private static double chance(List<Track> tracks) {
        return tracks.stream().mapToDouble(t -> companions(tracks, t)).average().orElse(0)
                / Math.max(1, tracks.size() - 1);
    }

    private static double most(List<Track> tracks) {
        return IntStream.range(0, tracks.size())
                        .mapToLong(i -> Math.min(NEAREST, companions(tracks, tracks.get(i))))
                        .average()
                        .orElse(0)
                / NEAREST;
    }

    private static long companions(List<Track> tracks, Track track) {
        return tracks.stream().filter(other -> other.label().equals(track.label())).count() - 1;
    }

    private static void show(String what, double share) {
        System.out.printf(Locale.ROOT, "%-28s %.3f%n", what, share);
    }
}
