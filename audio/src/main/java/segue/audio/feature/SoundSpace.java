package segue.audio.feature;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import segue.audio.feature.Timbre.Group;
import segue.audio.feature.Timbre.Part;

/// The space in which tracks of a collection lie near what sounds alike: each component of
/// [Timbre] in standard deviations of the collection, each part weighed by its group. Immutable,
/// thread-safe.
public final class SoundSpace {

    /// How many deviations count at most: one odd component must not decide.
    private static final float MOST = 4;

    /// A component that varies less is left out.
    private static final double LEAST = 1e-6;

    private final float[] means = new float[Timbre.SIZE];
    private final float[] factors = new float[Timbre.SIZE];
    private final float[] limits = new float[Timbre.SIZE];

    /// What a group counts; chosen on composed pieces with seeds below 10,000 (`SoundsAlike`).
    public static double weight(Group group) {
        return switch (group) {
            case TIMBRE -> 1;
            case RHYTHM -> .7;
            case HARMONY -> .1;
            case DYNAMICS -> .2;
        };
    }

    private SoundSpace() {}

    /// The space of a collection; a few hundred tracks are enough to know it.
    public static SoundSpace of(List<Timbre> collection) {
        SoundSpace space = new SoundSpace();
        double[] sums = new double[Timbre.SIZE];
        double[] squares = new double[Timbre.SIZE];
        for (Timbre timbre : collection) {
            float[] values = timbre.values();
            for (int i = 0; i < Timbre.SIZE; i++) {
                sums[i] += values[i];
                squares[i] += (double) values[i] * values[i];
            }
        }
        int count = Math.max(1, collection.size());
        for (Part part : Part.values()) {
            double weight = weight(part.group()) / parts(part.group()) / part.size();
            for (int i = part.offset(); i < part.offset() + part.size(); i++) {
                double mean = sums[i] / count;
                double deviation = Math.sqrt(Math.max(0, squares[i] / count - mean * mean));
                space.means[i] = (float) mean;
                boolean varies = deviation > LEAST * (1 + Math.abs(mean));
                space.factors[i] = varies ? (float) (Math.sqrt(weight) / deviation) : 0;
                space.limits[i] = (float) (MOST * Math.sqrt(weight));
            }
        }
        return space;
    }

    private static int parts(Group group) {
        int count = 0;
        for (Part part : Part.values()) {
            count += part.group() == group ? 1 : 0;
        }
        return count;
    }

    /// A track's place: [Timbre#SIZE] coordinates, whose Euclidean distance is [#distance].
    public float[] place(Timbre timbre) {
        float[] place = timbre.values();
        for (int i = 0; i < place.length; i++) {
            place[i] = Math.clamp((place[i] - means[i]) * factors[i], -limits[i], limits[i]);
        }
        return place;
    }

    /// 0: the same sound; about 2 for two tracks of a collection drawn at random.
    public double distance(Timbre one, Timbre other) {
        float[] a = place(one);
        float[] b = place(other);
        double sum = 0;
        for (Part part : Part.values()) {
            sum += squared(a, b, part);
        }
        return Math.sqrt(sum);
    }

    /// How much a part of the vector has to do with a distance.
    ///
    /// @param distance of that part alone in mean deviations: below 1.4, nearer than chance
    /// @param share of the whole squared distance, 0..1
    public record PartDistance(Part part, double distance, double share) {}

    /// All parts, those first in which the two are most alike for their weight: the first three
    /// say why two tracks sound alike, the last ones what differs.
    public List<PartDistance> explain(Timbre one, Timbre other) {
        float[] a = place(one);
        float[] b = place(other);
        double whole = distance(one, other);
        List<PartDistance> parts = new ArrayList<>();
        for (Part part : Part.values()) {
            double square = squared(a, b, part);
            double weight = weight(part.group()) / parts(part.group());
            double share = whole > 0 ? square / (whole * whole) : 0;
            parts.add(new PartDistance(part, Math.sqrt(square / weight), share));
        }
        parts.sort(Comparator.comparingDouble(PartDistance::distance));
        return List.copyOf(parts);
    }

    private static double squared(float[] a, float[] b, Part part) {
        double sum = 0;
        for (int i = part.offset(); i < part.offset() + part.size(); i++) {
            double difference = a[i] - b[i];
            sum += difference * difference;
        }
        return sum;
    }
}
