package segue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.engine.evaluate.EvaluateRequest;
import segue.engine.evaluate.TestData;
import segue.engine.recommend.Ask;
import segue.engine.recommend.RankedItem;
import segue.engine.recommend.Whom;
import segue.engine.train.TrainRequest;
import segue.library.Items;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;
import segue.library.Rows;
import segue.library.Selection;

/// Songs work as artists do.
class SongLevelTest {

    @TempDir Path folder;

    private Segue imported(String name, String text) throws IOException {
        Segue segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        segue.importPlays(
                Files.writeString(folder.resolve(name), text), PlaysFormat.DEFAULTS, Run.quiet(1));
        return segue;
    }

    private static void check(Segue segue, Rows rows, String who, String song) {
        TrainRequest request =
                TrainRequest.DEFAULTS.withSelection(
                        Selection.DEFAULTS.withRows(rows).withItems(Items.TRACKS));
        segue.train(request, Run.quiet(1));
        String kind = song.substring(0, 12);
        assertThat(segue.recommend(Ask.of(Whom.listener(who)).withN(2), Run.quiet(1)).items())
                .extracting(RankedItem::id)
                .allMatch(id -> id.startsWith(kind));
        assertThat(segue.recommender("").similar(song, 3).items())
                .extracting(RankedItem::id)
                .allMatch(id -> id.startsWith(kind));
        EvaluateRequest evaluation =
                new EvaluateRequest(
                        EvaluateRequest.Candidate.parse(List.of("als", "item-knn"), request),
                        List.of(5),
                        Optional.empty(),
                        Optional.empty());
        assertThat(segue.evaluate(TestData.Parts.share(.2), evaluation, Run.quiet(1)).results())
                .hasSize(2)
                .allMatch(result -> result.metric("recall@5") > .5);
    }

    /// Forty people of two tastes of twelve songs each; each lacks some.
    private interface Line {
        String of(int who, int song);
    }

    private static String lines(Line line) {
        StringBuilder text = new StringBuilder();
        for (int who = 0; who < 40; who++) {
            for (int song = 0; song < 12; song++) {
                if ((who / 2 + song * 5) % 4 != 0) {
                    text.append(line.of(who, song)).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static String id(int who, int song) {
        return "SO%sAA12A8C%05d".formatted(who % 2 == 0 ? "ROCK" : "JAZZ", song);
    }

    @Test
    void tripletsOfTheMillionSongShape() throws IOException {
        String text =
                lines((who, song) -> "%040x\t%s\t%d".formatted(who, id(who, song), 1 + song % 3));
        try (Segue segue = imported("train_triplets.txt", text)) {
            check(segue, Rows.LISTENERS, "%040x".formatted(0), id(0, 4));
        }
    }

    @Test
    void playlistsOfOneNameAreToldApartByTheirIds() throws IOException {
        String text =
                "track_id,track_name,track_artist,playlist_name,playlist_id\n"
                        + lines(
                                (who, song) ->
                                        "%s,Song %s %d,Band %d,Mix %d,p%02d"
                                                .formatted(
                                                        id(who, song),
                                                        who % 2 == 0 ? "R" : "J",
                                                        song,
                                                        song,
                                                        who / 2,
                                                        who));
        try (Segue segue = imported("spotify_songs.csv", text)) {
            assertThat(segue.status().status().playlists()).isEqualTo(40);
            check(segue, Rows.PLAYLISTS, "p00", id(0, 4));
        }
    }
}
