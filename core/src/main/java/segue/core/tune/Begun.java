package segue.core.tune;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import segue.core.model.FactorModel;
import segue.core.train.Algorithm;
import segue.core.train.Als;

/// What trials of ALS with partial effort learned, so that who is promoted goes on from there. A
/// model that is not here any more, for want of room or after a restart, is only trained from the
/// start, with the same result. Thread-safe.
final class Begun {

    private record Half(int iterations, FactorModel model) {
        long bytes() {
            return 4L * model.rank() * ((long) model.users() + model.items());
        }
    }

    private final long room;
    private final SequencedMap<Candidate, Half> halves = new LinkedHashMap<>();
    private long taken;

    /// @param room bytes there are to keep models
    Begun(long room) {
        this.room = room;
    }

    /// The training of a candidate from wherever it was left.
    ///
    /// @param als with the iterations of this trial
    /// @param keep whether there may be another trial with more
    Algorithm goingOn(Candidate candidate, Als als, boolean keep) {
        return (data, run) -> {
            Half half = take(candidate);
            boolean fits = half != null && half.iterations() <= als.iterations();
            FactorModel model =
                    half != null && fits
                            ? als.goOn(half.model(), half.iterations(), data, run)
                            : als.fit(data, run);
            if (keep) {
                keep(candidate, new Half(als.iterations(), model));
            }
            return model;
        };
    }

    private synchronized @Nullable Half take(Candidate candidate) {
        Half half = halves.remove(candidate);
        taken -= half == null ? 0 : half.bytes();
        return half;
    }

    /// The oldest give way.
    private synchronized void keep(Candidate candidate, Half half) {
        take(candidate);
        halves.put(candidate, half);
        taken += half.bytes();
        Iterator<Half> oldest = halves.values().iterator();
        while (taken > room) {
            taken -= oldest.next().bytes();
            oldest.remove();
        }
    }
}
