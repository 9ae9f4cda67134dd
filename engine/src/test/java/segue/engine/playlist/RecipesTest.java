package segue.engine.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.recommend.Ask;
import segue.engine.recommend.Whom;
import segue.engine.train.TrainRequest;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// Playlists of wishes, in a library of six artists whose listeners lack two each.
class RecipesTest {

    private static final Run RUN = Run.quiet(1);

    @TempDir Path folder;

    private Path plays() throws IOException {
        StringBuilder plays = new StringBuilder("listener,artist,plays\n");
        for (int listener = 0; listener < 12; listener++) {
            for (int artist = 0; artist < 6; artist++) {
                if ((listener + artist) % 3 != 0) {
                    plays.append("l%d,Band %d,%d\n".formatted(listener, artist, 1 + artist));
                }
            }
        }
        return Files.writeString(folder.resolve("plays.csv"), plays);
    }

    private static List<String> names(Playlist playlist) {
        return playlist.items().stream().map(entry -> entry.title()).toList();
    }

    @Test
    void aPlaylistFollowsItsWishWhenPlaysCome() throws IOException {
        try (Segue segue =
                Segue.open(
                        folder.resolve("library"),
                        LibraryOptions.DEFAULTS.withMemoryMegabytes(128))) {
            segue.importPlays(plays(), PlaysFormat.DEFAULTS, RUN);
            segue.train(TrainRequest.DEFAULTS.withSettings(Map.of("rank", "4")), RUN);
            Ask ask = Ask.of(Whom.NEWCOMER.withListener("l1")).withN(2);
            Playlist kept = segue.recipes().keep("For l1", ask, segue.recommend(ask, RUN));
            assertThat(names(kept)).containsExactlyInAnyOrder("Band 2", "Band 5");
            assertThatThrownBy(() -> segue.recipes().keep("for L1", ask, segue.recommend(ask, RUN)))
                    .hasMessageContaining("already");
            segue.importPlays(
                    Files.writeString(
                            folder.resolve("more.csv"), "listener,artist,plays\nl1,Band 2,9\n"),
                    PlaysFormat.DEFAULTS,
                    RUN);
            Playlist fresh = segue.recipes().refresh("For l1", RUN);
            assertThat(names(fresh)).containsExactly("Band 5");
            assertThat(fresh.head().id()).isEqualTo(kept.head().id());
            assertThat(fresh.head().recipe()).isEqualTo(kept.head().recipe());
            Playlist plain = segue.playlists().create("Plain", "", "", Playlists.items(fresh));
            assertThatThrownBy(() -> segue.recipes().refresh(plain.head().id(), RUN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("--save");
        }
    }
}
