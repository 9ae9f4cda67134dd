package segue.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import segue.audio.compose.Piece;

class WorldTest {

    private static final long SEED = 1234;
    private static final World WORLD = World.of(SEED);

    @Test
    void whoHasAnEarPicksArtistsByTheirDriveWithinTheGenre() {
        double deaf = farFromLiked(listener -> listener.ear().weight() == 0);
        double keen = farFromLiked(listener -> listener.ear().weight() > .7);
        assertThat(keen).isLessThan(.75 * deaf);
    }

    /// How far the drive of their own genre's favourites is from the one they like best.
    private static double farFromLiked(Predicate<World.Listener> who) {
        return WORLD.listeners().stream()
                .filter(who)
                .flatMap(
                        listener ->
                                listener.favourites().stream()
                                        .map(World.Favourite::artist)
                                        .filter(artist -> artist.genre() == listener.genre())
                                        .map(
                                                artist ->
                                                        Math.abs(
                                                                artist.sound().drive()
                                                                        - listener.ear().drive())))
                .mapToDouble(Double::doubleValue)
                .average()
                .orElseThrow();
    }

    @Test
    void tasteFollowsMoreThanSound() {
        // Of the artists that sound as a keen listener likes it, most are no favourites.
        double share =
                WORLD.listeners().stream()
                        .filter(listener -> listener.ear().weight() > .7)
                        .mapToDouble(
                                listener -> {
                                    List<World.Artist> fitting =
                                            WORLD.artists().stream()
                                                    .filter(a -> listener.ear().liking(a) > 2)
                                                    .toList();
                                    long chosen =
                                            listener.favourites().stream()
                                                    .filter(f -> fitting.contains(f.artist()))
                                                    .count();
                                    return chosen / (double) Math.max(1, fitting.size());
                                })
                        .average()
                        .orElseThrow();
        assertThat(share).isBetween(.05, .5);
    }

    @Test
    void musicIsCalmerInTheMorningThanInTheAfternoon() {
        List<World.Play> plays = new ArrayList<>();
        WORLD.plays(SEED, plays::add);
        ToDoubleFunction<int[]> drive =
                hours ->
                        plays.stream()
                                .filter(play -> play.time().getHour() >= hours[0])
                                .filter(play -> play.time().getHour() < hours[1])
                                .mapToDouble(play -> play.artist().sound().drive())
                                .average()
                                .orElseThrow();
        double morning = drive.applyAsDouble(new int[] {5, 10});
        double afternoon = drive.applyAsDouble(new int[] {15, 19});
        assertThat(afternoon).isGreaterThan(morning + .1);
    }

    @Test
    void anArtistsTracksSharePaletteAndTempoButNotTheMusic() {
        for (World.Artist artist : WORLD.artists()) {
            Piece one = artist.sound().track(0, 10);
            Piece two = artist.sound().track(1, 10);
            assertThat(one.style()).isEqualTo(two.style());
            assertThat(one.palette().artist()).isEqualTo(two.palette().artist());
            assertThat(two.bpm() / one.bpm()).isBetween(.93, 1.07);
            assertThat(two.seed()).isNotEqualTo(one.seed());
            assertThat(artist.sound().drive()).isBetween(0.0, 1.0);
        }
        assertThat(WORLD.artists().stream().map(a -> a.sound().style()).distinct().count())
                .isGreaterThanOrEqualTo(12);
        assertThat(WORLD.artists().stream().map(a -> a.sound().palette())).doesNotHaveDuplicates();
    }
}
