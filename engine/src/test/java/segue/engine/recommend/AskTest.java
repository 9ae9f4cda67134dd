package segue.engine.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import segue.engine.Json;
import segue.engine.context.Activity;
import segue.engine.context.Moment;
import segue.engine.filter.BpmRule;
import segue.engine.filter.KeyRule;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Span;
import segue.library.Kind;

class AskTest {

    private static Ask read(String json) {
        return Json.read(
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), Ask.DEFAULTS);
    }

    private static final Ask WHOLE =
            Ask.of(Whom.listener("50").withLike(List.of("Low")).withNotLike(List.of("Muse")))
                    .withKind(Kind.TRACK)
                    .withN(3)
                    .withKnown(true)
                    .withFilter(
                            MusicFilter.NONE
                                    .withBpm(BpmRule.parse("±6%"))
                                    .withKey(KeyRule.parse("Am"))
                                    .withGenres(List.of("trip-hop"), List.of("metal"))
                                    .withEnergy(new Span(2, 5))
                                    .withPopularity(new Span(0, .5))
                                    .withPerArtist(2)
                                    .withPerAlbum(1))
                    .withMoods(List.of("calm"))
                    .withKnobs(Knobs.DEFAULTS.withSound(.5).withRestDays(7))
                    .withMoment(
                            new Moment(
                                    Optional.of(LocalDateTime.of(2026, 11, 21, 23, 0)),
                                    Optional.of(Activity.FOCUS)))
                    .withModel("als")
                    .withSeed(7)
                    .withReasons(false);

    @Test
    void comesBackFromJsonAsItWas() {
        assertThat(read(Json.of(WHOLE))).isEqualTo(WHOLE);
        assertThat(read(Json.of(Ask.DEFAULTS))).isEqualTo(Ask.DEFAULTS);
    }

    @Test
    void whatIsLeftOutKeepsItsDefault() {
        assertThat(read("{}")).isEqualTo(Ask.DEFAULTS);
        assertThat(
                        read(
                                """
                                {"whom": {"listener": "50", "like": null}, "kind": "track",
                                 "filter": {"bpm": "122..128", "energy": {"low": 6}},
                                 "knobs": {"diversity": 0.5}, "moment": {"activity": "focus"}}
                                """))
                .isEqualTo(
                        Ask.of(Whom.listener("50"))
                                .withKind(Kind.TRACK)
                                .withFilter(
                                        MusicFilter.NONE
                                                .withBpm(BpmRule.parse("122..128"))
                                                .withEnergy(new Span(6, Double.POSITIVE_INFINITY)))
                                .withKnobs(Knobs.DEFAULTS.withDiversity(.5))
                                .withMoment(Moment.during(Activity.FOCUS)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "[]",
                "{\"n\": 0}",
                "{\"whome\": {}}",
                "{\"knobs\": {\"sound\": 2}}",
                "{\"knobs\": {\"restDays\": -1}}",
                "{\"filter\": {\"key\": \"H flat\"}}",
                "{\"kind\": \"playlist\"}",
                "{\"whom\": {\"listener\": \" \"}}"
            })
    void whatIsNotUnderstoodIsRefused(String json) {
        assertThatThrownBy(() -> read(json))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isNotBlank();
    }

    @Test
    void aRefusalSaysWhatWasWrong() {
        assertThatThrownBy(() -> read("{\"knobs\": {\"sound\": 2}}"))
                .hasMessage("sound must be between 0 and 1, is 2.0");
    }
}
