package segue.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import segue.core.tune.Trial;
import segue.engine.train.Trained;
import segue.engine.tune.TuneResult;
import segue.engine.tune.TuneTeller;

/// A tuning for people: a line for each trial as it ends, and the tables at the end.
final class TuneTables {

    private final Terminal terminal;

    TuneTables(Terminal terminal) {
        this.terminal = terminal;
    }

    /// Says each trial on stderr.
    TuneTeller teller(Session session) {
        return (number, trial, best) -> {
            session.clear();
            terminal.err()
                    .println(
                            "%4d  %s  best %s  %6s  %s %s%s"
                                    .formatted(
                                            number,
                                            ndcg(trial),
                                            ndcg(best),
                                            Table.seconds(trial.seconds()),
                                            trial.candidate().algorithm(),
                                            trial.candidate().spelled(),
                                            effort(trial)));
        };
    }

    private static String ndcg(Trial trial) {
        return trial.problem().isEmpty() ? Table.metric(trial.ndcg()) : "failed";
    }

    private static String effort(Trial trial) {
        if (!trial.problem().isEmpty()) {
            return " (" + trial.problem() + ")";
        }
        if (trial.split() > 0) {
            return " (final %d)".formatted(trial.split());
        }
        return trial.share() < 1
                ? " (1/%d of the effort)".formatted(Math.round(1 / trial.share()))
                : "";
    }

    void show(TuneResult result) {
        int splits = result.validation().splits();
        if (result.algorithms().size() > 1) {
            terminal.out()
                    .println(
                            "Every algorithm at its best, means over %d validation splits inside the data to learn from:"
                                    .formatted(splits));
            table(result.algorithms());
            terminal.out().println("  * nothing else has both more accuracy and more coverage");
        } else if (splits > 1) {
            terminal.out()
                    .println(
                            "The best of %d trials, means over %d validation splits:"
                                    .formatted(result.trials(), splits));
            table(result.finals());
        } else {
            terminal.out().println("The best trials:");
            table(result.best());
        }
        terminal.out()
                .println(
                        "%s is best: NDCG@10 %s in validation, after %d trials%s in %s."
                                .formatted(
                                        terminal.bold(
                                                result.algorithm()
                                                        + " "
                                                        + result.validation().settings()),
                                        Table.metric(result.validation().ndcg()),
                                        result.trials(),
                                        result.remembered() > 0
                                                ? " (%d of them remembered)"
                                                        .formatted(result.remembered())
                                                : "",
                                        Table.seconds(result.seconds())));
        if (result.validation().share() < 1) {
            terminal.out()
                    .println(
                            "  No trial had all of its effort yet; the same command with more --time goes on.");
        }
        if (!result.test().isEmpty()) {
            terminal.out().println("On the test part, touched once:");
            Table table = new Table("", ">");
            result.test().forEach((metric, value) -> table.row(metric, Table.metric(value)));
            table.print(terminal);
        }
        result.notes().forEach(note -> terminal.out().println("  " + note));
        terminal.out().println("  " + terminal.dim(result.journal()));
        result.model().ifPresentOrElse(this::trained, () -> next(result));
    }

    private void trained(Trained model) {
        terminal.out()
                .println(
                        "%s learned from everything with these settings%s."
                                .formatted(
                                        terminal.bold(model.name()),
                                        model.replaced() ? ", replacing the older one" : ""));
        terminal.out().println("  " + terminal.dim(model.file()));
        terminal.out().println("Next: segue recommend --listener ID");
    }

    private void next(TuneResult result) {
        String sets =
                result.changed().entrySet().stream()
                        .map(TuneTables::option)
                        .collect(Collectors.joining());
        terminal.out().println("Next: segue train " + result.algorithm() + sets);
    }

    private static String option(Map.Entry<String, String> setting) {
        return setting.getKey().equals("weight")
                ? " --weight " + setting.getValue()
                : " --set " + setting.getKey() + "=" + setting.getValue();
    }

    private void table(List<TuneResult.Line> lines) {
        Table table = new Table("", "algorithm", ">NDCG@10", ">coverage", ">train", "settings");
        for (TuneResult.Line line : lines) {
            table.row(
                    line.front() ? "*" : "",
                    line.algorithm(),
                    Table.metric(line.ndcg()),
                    String.format(Locale.ROOT, "%.1f %%", 100 * line.coverage()),
                    Table.seconds(line.trainSeconds()),
                    line.settings());
        }
        table.print(terminal);
    }
}
