package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import segue.audio.feature.Timbre.Part;

class SoundSpaceTest {

    private static Timbre chance(SplittableRandom random, float shift) {
        float[] values = new float[Timbre.SIZE];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble(-1, 1) * (i + 1) + shift;
        }
        return new Timbre(values);
    }

    private static List<Timbre> collection(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Timbre> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            all.add(chance(random, 0));
        }
        return all;
    }

    @Property(tries = 30)
    void distanceIsAMetric(@ForAll long seed, @ForAll @IntRange(min = 3, max = 20) int size) {
        List<Timbre> all = collection(seed, size);
        SoundSpace space = SoundSpace.of(all);
        double ab = space.distance(all.get(0), all.get(1));
        assertThat(space.distance(all.get(0), all.get(0))).isZero();
        assertThat(space.distance(all.get(1), all.get(0))).isEqualTo(ab);
        double around =
                space.distance(all.get(0), all.get(2)) + space.distance(all.get(2), all.get(1));
        assertThat(ab).isLessThanOrEqualTo(around + 1e-9);
    }

    @Test
    void placesHaveTheSameDistance() {
        List<Timbre> all = collection(1, 10);
        SoundSpace space = SoundSpace.of(all);
        float[] a = space.place(all.get(3));
        float[] b = space.place(all.get(7));
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        assertThat(space.distance(all.get(3), all.get(7))).isCloseTo(Math.sqrt(sum), within(1e-5));
    }

    @Test
    void explainsByPartsNearestFirst() {
        List<Timbre> all = collection(2, 50);
        SoundSpace space = SoundSpace.of(all);
        float[] values = all.get(1).values();
        float[] alike = all.get(0).values();
        int from = Part.PATTERN.offset();
        System.arraycopy(values, from, alike, from, Part.PATTERN.size());
        List<SoundSpace.PartDistance> parts = space.explain(new Timbre(alike), all.get(1));
        assertThat(parts.getFirst().part()).isEqualTo(Part.PATTERN);
        assertThat(parts.getFirst().distance()).isZero();
        assertThat(parts.stream().mapToDouble(SoundSpace.PartDistance::share).sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void whatNeverVariesDoesNotCount() {
        Timbre one = collection(3, 1).getFirst();
        SoundSpace space = SoundSpace.of(List.of(one, one, one));
        assertThat(space.distance(one, collection(4, 1).getFirst())).isZero();
        assertThat(SoundSpace.of(List.of()).distance(one, one)).isZero();
    }
}
