package segue.engine.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.train.TrainRequest;
import segue.library.Feedback;
import segue.library.Items;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;

/// Lists of a library that is kept warm are those of one that reads when it is asked.
class WarmTest {

    private static final int LISTENERS = 30;

    @TempDir Path folder;
    private Segue segue;

    @BeforeEach
    void fill() throws IOException {
        Random random = new Random(7);
        StringBuilder csv = new StringBuilder("listener,artist,plays\n");
        for (int listener = 0; listener < LISTENERS; listener++) {
            for (int artist = 0; artist < 40; artist++) {
                if (random.nextInt(4) == 0) {
                    csv.append("l%02d,Artist %02d,%d%n".formatted(listener, artist, artist + 1));
                }
            }
        }
        segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS);
        importPlays("plays.csv", csv.toString());
        train("first");
        segue.feedback("l03", Feedback.BAN, Items.ARTISTS, "Artist 05");
    }

    @AfterEach
    void close() {
        segue.close();
    }

    private void importPlays(String name, String text) throws IOException {
        segue.importPlays(
                Files.writeString(folder.resolve(name), text), PlaysFormat.DEFAULTS, Run.quiet(1));
    }

    private void train(String name) {
        segue.train(TrainRequest.DEFAULTS.withAlgorithm("als").withName(name), Run.quiet(1));
    }

    private Recommendation list(int listener) {
        return segue.recommend(Ask.of(Whom.listener("l%02d".formatted(listener))), Run.quiet(1));
    }

    private List<Recommendation> lists() {
        List<Recommendation> all = new ArrayList<>();
        for (int listener = 0; listener < LISTENERS; listener++) {
            all.add(list(listener));
        }
        return all;
    }

    private void warm() {
        segue.stayWarm();
        segue.refresh(Run.quiet(1));
    }

    @Test
    void theListsAreTheSame() {
        List<Recommendation> cold = lists();
        warm();
        assertThat(lists()).isEqualTo(cold);
    }

    @Test
    void theyAreTheSameWhenTheLibraryHasGrownSinceTheModelWasTrained() throws IOException {
        importPlays("more.csv", "listener,artist,plays\nl01,Artist 00,500\nnew,Artist 01,3\n");
        List<Recommendation> cold = lists();
        warm();
        assertThat(lists()).isEqualTo(cold);
        assertThat(cold.getFirst().notes()).isNotEmpty();
    }

    @Test
    void feedbackCountsInTheVeryNextList() {
        warm();
        String first = list(7).items().getFirst().name();
        segue.feedback("l07", Feedback.BAN, Items.ARTISTS, first);
        assertThat(list(7).items()).extracting(RankedItem::name).doesNotContain(first);
    }

    @Test
    void whatOthersSayLeavesAListAsItWas() {
        warm();
        Recommendation before = list(8);
        segue.feedback("l07", Feedback.LIKE, Items.ARTISTS, "Artist 11");
        assertThat(list(8)).isEqualTo(before);
    }

    @Test
    void afterARefreshWhatWasImportedCounts() throws IOException {
        warm();
        importPlays("more.csv", "listener,artist,plays\nnew,Artist 01,3\nnew,Artist 02,3\n");
        segue.refresh(Run.quiet(1));
        assertThat(segue.recommend(Ask.of(Whom.listener("new")), Run.quiet(1)).items())
                .isNotEmpty();
    }

    @Test
    void aModelThatIsMadeActiveAnswersAtOnce() {
        train("second");
        warm();
        assertThat(list(1).model()).isEqualTo("second");
        segue.activate("first");
        assertThat(list(1).model()).isEqualTo("first");
        segue.rollback();
        assertThat(list(1).model()).isEqualTo("second");
    }
}
