package segue.engine.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.math.SparseVector;
import segue.core.model.Ranking;
import segue.core.model.Taste;
import segue.core.model.TopN;
import segue.core.model.Want;
import segue.engine.Fixture;
import segue.engine.Segue;
import segue.engine.context.Activity;
import segue.engine.context.Boosts;
import segue.engine.context.ContextReranker;
import segue.engine.context.Moment;
import segue.engine.context.TimedLog;
import segue.engine.train.ModelShelf;
import segue.engine.train.Trainer;
import segue.library.Items;
import segue.library.Library;
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
    void theListIsThatOfTheModelMovedByTheMoment() throws IOException {
        try (Library library = TimedLog.library(folder)) {
            new Trainer(library).train(Fixture.SMALL, Fixture.run());
            ModelShelf shelf = new ModelShelf(library.models());
            OpenModel model = OpenModel.of(shelf.load("als"), library);
            Moment moment = Moment.at(at(22));
            ContextReranker context = new ContextReranker(library);
            Map<String, Double> factors = context.weights("l1", Items.ARTISTS, moment);
            SparseVector usual = model.weigh(library.history(model.about().selection(), "l1"));
            float[] values = new float[usual.size()];
            for (int i = 0; i < values.length; i++) {
                String id = model.trained().items().id(usual.column(i));
                values[i] = (float) (usual.value(i) * factors.getOrDefault(id, 1.0));
            }
            int[] columns = IntStream.range(0, values.length).map(usual::column).toArray();
            Ranking many =
                    model.trained()
                            .model()
                            .recommend(
                                    Taste.ofHistory(new SparseVector(columns, values)),
                                    Want.top(1000).withKnown(true));
            List<String> ids =
                    IntStream.range(0, many.size())
                            .mapToObj(i -> model.trained().items().id(many.item(i)))
                            .toList();
            Boosts boosts = context.boosts(Optional.of("l1"), Items.ARTISTS, ids, moment);
            TopN expected = new TopN(many.size());
            for (int i = 0; i < many.size(); i++) {
                expected.offer(i, (float) boosts.items().get(i).of(many.score(i)));
            }
            Ranking order = expected.take();
            Recommendation list =
                    new Desk(library, shelf)
                            .recommend(
                                    Ask.of(Whom.listener("l1"))
                                            .withN(4)
                                            .withKnown(true)
                                            .withMoment(moment),
                                    Fixture.run());
            assertThat(list.items()).hasSize(4);
            for (int i = 0; i < list.items().size(); i++) {
                RankedItem item = list.items().get(i);
                assertThat(item.id()).isEqualTo(ids.get(order.item(i)));
                assertThat(item.rawScore()).isCloseTo(order.score(i), within(1e-5));
                assertThat(reason(item)).isEqualTo(boosts.items().get(order.item(i)).reason());
            }
            assertThat(reason(list.items().getFirst()))
                    .contains("played more than usual around 22:00");
        }
    }

    private static Optional<String> reason(RankedItem item) {
        return item.reasons().stream()
                .filter(reason -> reason.kind().equals("moment"))
                .map(Because::text)
                .findFirst();
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
