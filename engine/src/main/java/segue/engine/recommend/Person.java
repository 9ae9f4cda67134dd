package segue.engine.recommend;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.math.SparseVector;
import segue.core.model.Taste;

/// Someone who asks, in the rows of a catalogue.
///
/// @param subject what to call them
/// @param listener the id of a listener
/// @param taste in the units of the model; empty: the model knows nothing of them
/// @param told the same in the units of the model that tells of what nobody has played
/// @param seeds what they like most, the most first, with how much
/// @param known what they have already: its rows
/// @param liked what they said they like
/// @param meant for what in it stands for something of the other kind: what they said, an artist
///   for
///   its tracks
/// @param never what must not be shown
/// @param resting what they heard too lately
record Person(
        String subject,
        Optional<String> listener,
        Optional<Taste> taste,
        Optional<Taste> told,
        List<Seed> seeds,
        SparseVector known,
        BitSet liked,
        Map<Integer, String> meant,
        BitSet never,
        BitSet resting) {

    /// Something they like.
    record Seed(int row, float weight) {}

    Person {
        seeds = List.copyOf(seeds);
        meant = Map.copyOf(meant);
    }

    int[] seedRows() {
        return seeds.stream().mapToInt(Seed::row).toArray();
    }

    float[] seedWeights() {
        float[] weights = new float[seeds.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = seeds.get(i).weight();
        }
        return weights;
    }
}
