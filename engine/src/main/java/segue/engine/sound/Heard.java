package segue.engine.sound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import segue.audio.feature.Key;
import segue.engine.filter.Traits;
import segue.library.sound.HeardTrack;
import segue.library.sound.Measures;

/// What is stored of a track, as music.
final class Heard {

    private Heard() {}

    static Traits traits(HeardTrack track) {
        Measures measures = track.measures();
        return new Traits(
                track.artist(),
                track.genres(),
                measures.bpm(),
                key(measures),
                measures.energy(),
                track.year());
    }

    static Optional<Key> key(Measures measures) {
        return measures.keyTonic() < 0
                ? Optional.empty()
                : Optional.of(new Key(measures.keyTonic(), measures.keyMinor()));
    }

    static String camelot(Measures measures) {
        return key(measures).map(Key::camelot).orElse("");
    }

    /// "124 BPM", "123.5 BPM".
    static String bpm(double bpm) {
        double tenths = Math.round(bpm * 10) / 10.0;
        return tenths == Math.rint(tenths)
                ? String.format(Locale.ROOT, "%.0f BPM", tenths)
                : String.format(Locale.ROOT, "%.1f BPM", tenths);
    }

    /// "124 BPM, 8A, energy 7", as far as it is known.
    static String words(Measures measures) {
        List<String> words = new ArrayList<>();
        if (!Double.isNaN(measures.bpm())) {
            words.add(bpm(measures.bpm()));
        }
        key(measures).ifPresent(key -> words.add(key.camelot()));
        if (!Double.isNaN(measures.energy())) {
            words.add("energy " + Math.round(measures.energy()));
        }
        return String.join(", ", words);
    }
}
