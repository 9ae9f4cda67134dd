package segue.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import segue.core.run.Run;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.filter.Span;
import segue.engine.listen.DryLine;
import segue.engine.listen.ListenReport;
import segue.engine.listen.ListenRequest;

/// `segue listen PLACE…`
@Command(
        name = "listen",
        description = {
            "Listen to music: folders with all that is in them, and files. Tempo, beats, key,",
            "loudness, energy and sound of each track are kept in the library. Run it again at any",
            "time: only new and changed files are heard, and what was stopped goes on."
        },
        footer = {
            "",
            "Example:  segue listen ~/Music",
            "          segue listen song.mp3 --dry-run --json"
        })
final class ListenCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Parameters(paramLabel = "PLACE", arity = "1..*", description = "Folders and files.")
    private List<Path> places = List.of();

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "How many files to hear at once. Default: all processors.")
    private @Nullable Integer threads;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long one file may take. Default: 900.")
    private double timeout = ListenRequest.USUAL_TIMEOUT.toSeconds();

    @Option(
            names = "--tempo",
            paramLabel = "RANGE",
            description =
                    "Where tempos are looked for, at least an octave: 88..175 for club music. Default: anywhere.")
    private @Nullable String tempo;

    @Option(
            names = "--retry",
            description = "Try files again that failed before, though they have not changed.")
    private boolean retry;

    @Option(
            names = "--write-tags",
            description =
                    "Write tempo, key and energy into the files' tags (mp3, flac, ogg, m4a). Without it, files are only read.")
    private boolean writeTags;

    @Option(
            names = "--dry-run",
            description = "Say what is heard, and store nothing; needs no library.")
    private boolean dryRun;

    ListenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ListenRequest request =
                new ListenRequest(
                        places,
                        Duration.ofMillis(Math.round(timeout * 1000)),
                        retry,
                        writeTags,
                        Optional.ofNullable(tempo).map(text -> Span.parse("--tempo", text)));
        int workers = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
        if (dryRun) {
            if (writeTags) {
                throw new IllegalArgumentException(
                        "--dry-run changes nothing and --write-tags changes files: leave one out");
            }
            return dryRun(request, workers);
        }
        try (Segue segue = Segue.open(common.library(terminal), CommonOptions.options("listen"));
                Session session = new Session(terminal, new RunOptions().seed(), workers)) {
            ListenReport report = segue.listen(request, session.run());
            session.clear();
            if (common.json()) {
                terminal.out().println(Json.of(report));
            } else {
                show(report);
            }
            return code(report.failed(), report.found() - report.failed());
        }
    }

    private int dryRun(ListenRequest request, int workers) {
        int[] failed = new int[1];
        try (Session session = new Session(terminal, new RunOptions().seed(), workers)) {
            Run run = session.run();
            int heard =
                    Segue.dryListen(
                            request,
                            run,
                            line -> {
                                session.clear();
                                failed[0] += line instanceof DryLine.Failed ? 1 : 0;
                                terminal.out()
                                        .println(common.json() ? Json.line(line) : text(line));
                            });
            return code(failed[0], heard);
        }
    }

    /// Failures among others are told of, but no error; nothing but failures is one.
    private static int code(int failed, int good) {
        return failed > 0 && good == 0 ? ExitCodes.BAD_INPUT : ExitCodes.OK;
    }

    private static String text(DryLine line) {
        return switch (line) {
            case DryLine.Failed failed -> "%s: %s".formatted(failed.path(), failed.error());
            case DryLine.Heard heard -> {
                StringBuilder text = new StringBuilder(heard.path()).append(":");
                add(text, " %.2f BPM,", heard.bpm());
                if (heard.key() != null) {
                    text.append(" %s (%s),".formatted(heard.key(), heard.camelot()));
                }
                add(text, " energy %.0f,", heard.energy());
                add(text, " %.1f LUFS,", heard.integratedLufs());
                add(text, " %.0f s", heard.durationSeconds());
                yield heard.damage() == null ? text.toString() : text + "; " + heard.damage();
            }
        };
    }

    private static void add(StringBuilder text, String format, @Nullable Double number) {
        if (number != null) {
            text.append(String.format(Locale.ROOT, format, number));
        }
    }

    private void show(ListenReport report) {
        terminal.out()
                .println(
                        "%s %s"
                                .formatted(
                                        terminal.bold(
                                                "%s files of music:"
                                                        .formatted(Table.count(report.found()))),
                                        counts(report)));
        if (report.heard() > 0) {
            terminal.out()
                    .println(
                            "  %s of music in %s, %.0f times as fast as it plays"
                                    .formatted(
                                            hours(report.musicSeconds()),
                                            Table.seconds(report.seconds()),
                                            report.musicSeconds() / report.seconds()));
        }
        report.failures().forEach(this::show);
        if (report.damaged().count() > 0) {
            show(report.damaged());
        }
        if (report.tagged() > 0) {
            terminal.out().println("  tags written in %s".formatted(Table.count(report.tagged())));
        }
        if (report.untagged().count() > 0) {
            show(report.untagged());
        }
        if (report.stillFailing() > 0) {
            terminal.out()
                    .println(
                            "  %s failed before and have not changed; try again with --retry"
                                    .formatted(Table.count(report.stillFailing())));
        }
        if (report.found() == 0) {
            terminal.out().println("  No music there that Segue knows the endings of.");
        } else if (report.found() > report.failed() + report.stillFailing()) {
            terminal.out().println("Next: segue similar \"ARTIST - TITLE\" --by sound");
        }
    }

    private static String counts(ListenReport report) {
        StringBuilder counts = new StringBuilder("heard ").append(Table.count(report.heard()));
        counts.append(", unchanged ").append(Table.count(report.unchanged()));
        count(counts, "moved", report.moved());
        count(counts, "copies", report.copied());
        count(counts, "same content", report.returned());
        count(counts, "gone", report.gone());
        return counts.append(", failed ").append(Table.count(report.failed())).toString();
    }

    private static void count(StringBuilder counts, String what, int number) {
        if (number > 0) {
            counts.append(", ").append(what).append(' ').append(Table.count(number));
        }
    }

    private static String hours(double seconds) {
        return seconds < 5400
                ? "%.1f minutes".formatted(seconds / 60)
                : "%.1f hours".formatted(seconds / 3600);
    }

    private void show(ListenReport.Failures failures) {
        terminal.out()
                .println("  %s %s:".formatted(Table.count(failures.count()), failures.reason()));
        failures.examples()
                .forEach(
                        example ->
                                terminal.out()
                                        .println(
                                                "    %s: %s"
                                                        .formatted(
                                                                example.path(), example.text())));
        int more = failures.count() - failures.examples().size();
        if (more > 0) {
            terminal.out().println("    and %s more".formatted(Table.count(more)));
        }
    }
}
