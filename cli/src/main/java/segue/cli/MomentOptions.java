package segue.cli;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import segue.engine.context.Activity;
import segue.engine.context.Moment;

/// When a list is heard, and to what.
final class MomentOptions {

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = {
                "When it is heard, by the clock of the imported plays: \"2026-11-21T23:00\", or",
                "\"now\". What is played at that hour, weekday and month comes first."
            })
    private @Nullable String at;

    @Option(
            names = "--activity",
            paramLabel = "WHAT",
            description = "What is done meanwhile: workout, focus, party, sleep or commute.")
    private @Nullable String activity;

    /// @throws IllegalArgumentException for what is no time or no known activity
    Moment moment() {
        return new Moment(
                Optional.ofNullable(at).map(MomentOptions::time),
                Optional.ofNullable(activity).map(MomentOptions::activity));
    }

    private static LocalDateTime time(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("now")) {
            return LocalDateTime.now(ZoneOffset.UTC);
        }
        try {
            return LocalDateTime.parse(text.strip().replace(' ', 'T'));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "--at must be like 2026-11-21T23:00, or now; is '%s'".formatted(text), e);
        }
    }

    private static Activity activity(String word) {
        return Activity.of(word)
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no activity '%s'; there are workout, focus, party, sleep, commute"
                                                .formatted(word)));
    }
}
