package segue.audio.neural;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Draws patches for training: the same seed and epoch give the same ones.
final class Batches {

    private static final double KEPT_ASIDE = .15;

    private final NetworkTask task;
    private final List<MelPatches> tracks;
    private final int[] learned;
    private final int[] aside;

    Batches(NetworkTask task) {
        this.task = task;
        this.tracks = task.patches().stream().map(MelPatches::read).toList();
        int[] usable =
                IntStream.range(0, tracks.size())
                        .filter(t -> task.byContrast() || task.trust().at(0, t) > 0)
                        .toArray();
        shuffle(usable, new SplittableRandom(task.seed()));
        int kept =
                Math.clamp((int) (KEPT_ASIDE * usable.length), 1, Math.max(1, usable.length - 1));
        aside = Arrays.copyOfRange(usable, 0, kept);
        learned = Arrays.copyOfRange(usable, usable.length > 1 ? kept : 0, usable.length);
    }

    /// Patches of some tracks.
    static final class Batch {
        private final int[] track;
        private final float[] values;

        private Batch(int[] track, float[] values) {
            this.track = track;
            this.values = values;
        }

        /// The track of each patch.
        int[] track() {
            return track;
        }

        /// `patches × bands × frames`.
        float[] values() {
            return values;
        }
    }

    int tracks() {
        return tracks.size();
    }

    int patches(int track) {
        return tracks.get(track).count();
    }

    /// The tracks to learn from, in the order of this epoch.
    int[] order(int epoch) {
        int[] order = learned.clone();
        shuffle(order, new SplittableRandom(task.seed() * 31 + epoch));
        return order;
    }

    /// The tracks that tell when to stop.
    int[] aside() {
        return aside.clone();
    }

    /// `each` patches of every track, drawn at random: track after track.
    Batch draw(int[] of, int each, SplittableRandom random) {
        int[] track = new int[of.length * each];
        float[] values = new float[track.length * MelPatches.VALUES];
        for (int i = 0; i < of.length; i++) {
            MelPatches patches = tracks.get(of[i]);
            int first = random.nextInt(patches.count());
            for (int k = 0; k < each; k++) {
                // Different ones, as far as there are.
                int patch = (first + k * Math.max(1, patches.count() / each)) % patches.count();
                track[i * each + k] = of[i];
                patches.copy(patch, values, (i * each + k) * MelPatches.VALUES);
            }
        }
        return new Batch(track, values);
    }

    /// All patches of a track.
    Batch all(int track) {
        MelPatches patches = tracks.get(track);
        float[] values = new float[patches.count() * MelPatches.VALUES];
        for (int patch = 0; patch < patches.count(); patch++) {
            patches.copy(patch, values, patch * MelPatches.VALUES);
        }
        int[] of = new int[patches.count()];
        Arrays.fill(of, track);
        return new Batch(of, values);
    }

    private static void shuffle(int[] values, SplittableRandom random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[j];
            values[j] = values[i];
            values[i] = value;
        }
    }
}
