package segue.engine.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.engine.Fixture;
import segue.engine.Segue;
import segue.engine.context.Activity;
import segue.engine.context.Moment;
import segue.engine.context.TimedLog;
import segue.library.LibraryOptions;

class InContextTest {

    @TempDir Path folder;

    @Test
    void theListFollowsTheHour() throws IOException {
        TimedLog.library(folder).close();
        try (Segue segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS)) {
            segue.train(Fixture.SMALL, Fixture.run());
            Ask ask = Ask.of(Whom.listener("l1")).withN(3).withKnown(true);
            assertThat(names(segue, ask.withMoment(Moment.at(at(7)))))
                    .allMatch(name -> name.startsWith("Dawn"));
            assertThat(names(segue, ask.withMoment(Moment.at(at(22)))))
                    .allMatch(name -> name.startsWith("Dusk"));
        }
    }

    @Test
    void anActivityOfWhichNothingIsKnownIsSaidAndChangesNothing() throws IOException {
        TimedLog.library(folder).close();
        try (Segue segue = Segue.open(folder.resolve("library"), LibraryOptions.DEFAULTS)) {
            segue.train(Fixture.SMALL, Fixture.run());
            Ask ask = Ask.of(Whom.listener("l1")).withN(6).withKnown(true);
            Recommendation list =
                    segue.recommend(ask.withMoment(Moment.during(Activity.SLEEP)), Fixture.run());
            assertThat(list.items().stream().map(RankedItem::name).toList())
                    .isEqualTo(names(segue, ask));
            assertThat(list.notes()).anyMatch(note -> note.contains("'sleep' changes nothing"));
        }
    }

    private static LocalDateTime at(int hour) {
        return LocalDateTime.of(2025, 7, 1, hour, 0);
    }

    private static List<String> names(Segue segue, Ask ask) {
        return segue.recommend(ask, Fixture.run()).items().stream().map(RankedItem::name).toList();
    }
}
