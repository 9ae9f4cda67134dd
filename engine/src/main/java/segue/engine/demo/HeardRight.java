package segue.engine.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.engine.filter.Traits;

/// How much of what was composed the analysis heard.
///
/// @param tracks that were heard
/// @param tempi heard within 4 %
/// @param octaves tempi heard within 4 %, or as half or double
/// @param keys heard exactly
/// @param chance keys that would be right by guessing
public record HeardRight(int tracks, int tempi, int octaves, int keys, double chance) {

    private static final double TOLERANCE = .04;
    private static final double KEYS = 24;

    /// @param heard by path
    static HeardRight of(List<Composed> composed, Map<String, Traits> heard) {
        int tracks = 0;
        int tempi = 0;
        int octaves = 0;
        int keys = 0;
        for (Composed track : composed) {
            Traits traits = heard.get(track.file().toString());
            if (traits != null) {
                double bpm = traits.bpm();
                boolean exact = near(bpm, track.bpm());
                tracks++;
                tempi += exact ? 1 : 0;
                octaves +=
                        exact || near(2 * bpm, track.bpm()) || near(bpm / 2, track.bpm()) ? 1 : 0;
                keys += traits.key().equals(Optional.of(track.key())) ? 1 : 0;
            }
        }
        return new HeardRight(tracks, tempi, octaves, keys, tracks / KEYS);
    }

    private static boolean near(double heard, double truth) {
        return Math.abs(heard / truth - 1) <= TOLERANCE;
    }
}
