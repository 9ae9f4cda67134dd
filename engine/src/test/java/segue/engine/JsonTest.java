package segue.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.recommend.Because;
import segue.engine.recommend.RankedItem;
import segue.engine.sound.Alike;
import segue.library.ImportReport;
import segue.library.Status;

/// Pins the shapes that scripts outside depend on.
class JsonTest {

    private static String oneLine(Object answer) {
        return Json.of(answer).replaceAll("\\s+", " ");
    }

    @Test
    void aRecommendation() {
        RankedItem item =
                new RankedItem(
                        1,
                        "154",
                        "track",
                        "Hyperballad",
                        "Björk",
                        .5,
                        .25,
                        List.of(new Because("played", "you play Radiohead", "Radiohead", .125)),
                        new RankedItem.Sound(
                                124, "8A", Double.NaN, 1995, List.of("pop"), Double.NaN),
                        true);
        assertThat(oneLine(List.of(item)))
                .isEqualTo(
                        """
                        [ { "rank" : 1, "id" : "154", "kind" : "track", "name" : "Hyperballad", "artist" : "Björk", \
                        "score" : 0.5, "rawScore" : 0.25, "reasons" : [ { "kind" : "played", \
                        "text" : "you play Radiohead", "name" : "Radiohead", "weight" : 0.125 } ], \
                        "traits" : { "bpm" : 124.0, "camelot" : "8A", "energy" : null, "year" : 1995, \
                        "genres" : [ "pop" ], "durationSeconds" : null }, "playable" : true } ]\
                        """);
    }

    @Test
    void anEvaluation() {
        LinkedHashMap<String, Double> metrics = new LinkedHashMap<>();
        metrics.put("precision@10", .2);
        LinkedHashMap<String, List<Double>> intervals = new LinkedHashMap<>();
        intervals.put("precision@10", List.of(.1, .3));
        EvaluationResult result =
                new EvaluationResult(
                        "als",
                        "als",
                        Map.of("rank", 64),
                        "log1p",
                        42,
                        10,
                        metrics,
                        intervals,
                        List.of(),
                        1.5,
                        .5,
                        .25,
                        7,
                        8,
                        9,
                        10,
                        Optional.empty(),
                        List.of());
        assertThat(oneLine(result))
                .isEqualTo(
                        """
                        { "algorithm" : "als", "label" : "als", "settings" : { "rank" : 64 }, "weighting" : "log1p", "seed" : 42, \
                        "k" : 10, "metrics" : { "precision@10" : 0.2 }, "intervals" : { "precision@10" : [ 0.1, 0.3 ] }, \
                        "groups" : [ ], "trainSeconds" : 1.5, "rankSeconds" : 0.5, "judgeSeconds" : 0.25, \
                        "users" : 7, "items" : 8, "trainCells" : 9, "testCells" : 10, "notes" : [ ] }\
                        """);
    }

    @Test
    void anImport() {
        ImportReport report =
                new ImportReport(
                        "/a.csv", "plays", 3, 1, 1, 1, List.of(), List.of(), Optional.empty(), .5);
        assertThat(oneLine(report))
                .isEqualTo(
                        """
                        { "source" : "/a.csv", "kind" : "plays", "read" : 3, "kept" : 1, "duplicates" : 1, \
                        "rejected" : 1, "reasons" : [ ], "notes" : [ ], "alreadyImported" : null, "seconds" : 0.5 }\
                        """);
    }

    @Test
    void aStatusWithTimesInIsoAndNullForWhatIsNoNumber() {
        Status status =
                new Status(
                        1,
                        2,
                        3,
                        4,
                        5,
                        6,
                        7,
                        8,
                        9,
                        10,
                        11,
                        17,
                        Optional.of(Instant.parse("2024-01-02T03:04:05Z")),
                        Optional.empty(),
                        List.of(),
                        new Status.Files(13, 14, 15, 16),
                        12);
        assertThat(
                        oneLine(
                                new Overview(
                                        "/lib",
                                        status,
                                        .5,
                                        Double.NaN,
                                        List.of(),
                                        Optional.empty())))
                .startsWith(
                        """
                        { "library" : "/lib", "artistDensity" : 0.5, "trackDensity" : null, \
                        "models" : [ ], "categories" : null, "listeners" : 1, "artists" : 2,\
                        """)
                .contains("\"firstPlay\" : \"2024-01-02T03:04:05Z\", \"lastPlay\" : null")
                .contains(
                        "\"files\" : { \"heard\" : 13, \"failed\" : 14, \"gone\" : 15, \"seconds\" : 16.0 }");
    }

    @Test
    void whatSoundsAlike() {
        Alike item =
                new Alike(1, "7", "Low - Lazy", .5, List.of("8A", "dark"), 124, "8A", 7, 3, "/a");
        assertThat(oneLine(item))
                .isEqualTo(
                        """
                        { "rank" : 1, "id" : "7", "name" : "Low - Lazy", "distance" : 0.5, \
                        "because" : [ "8A", "dark" ], "bpm" : 124.0, "camelot" : "8A", "energy" : 7, \
                        "durationSeconds" : 3.0, "path" : "/a" }\
                        """);
    }
}
