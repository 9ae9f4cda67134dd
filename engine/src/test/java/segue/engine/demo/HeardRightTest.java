package segue.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import segue.audio.feature.Key;
import segue.engine.filter.Traits;

class HeardRightTest {

    private static final World.Artist ARTIST = World.of(5).artists().getFirst();

    private final List<Composed> composed = new ArrayList<>();
    private final Map<String, Traits> heard = new HashMap<>();

    private void track(String file, double bpm, Key key, double heardBpm, Optional<Key> heardKey) {
        Path path = Path.of(file);
        composed.add(new Composed(path, ARTIST, file, ARTIST.sound().style(), bpm, key, 20));
        heard.put(
                path.toString(),
                new Traits(ARTIST.name(), List.of(), heardBpm, heardKey, Double.NaN, 0));
    }

    @Test
    void countsTemposWithinFourPercentOctavesAndExactKeys() {
        Key minor = new Key(9, true);
        Key relative = new Key(0, false);
        track("right", 100, minor, 103.9, Optional.of(minor));
        track("half", 160, minor, 80, Optional.of(relative));
        track("double", 80, minor, 160, Optional.empty());
        track("wrong", 100, minor, 105, Optional.of(minor));
        track("none", 100, minor, Double.NaN, Optional.of(relative));
        composed.add(
                new Composed(
                        Path.of("unheard"), ARTIST, "x", ARTIST.sound().style(), 100, minor, 20));
        HeardRight right = HeardRight.of(composed, heard);
        assertThat(right).isEqualTo(new HeardRight(5, 1, 3, 2, 5 / 24.0));
    }
}
