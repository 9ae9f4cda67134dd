package segue.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.evaluate.EvaluationTable;
import segue.engine.evaluate.Peer;

/// An evaluation for people: one algorithm with all its figures, several in one table.
final class EvaluationView {

    private final EvaluationTable table;
    private final Terminal terminal;

    EvaluationView(EvaluationTable table, Terminal terminal) {
        this.table = table;
        this.terminal = terminal;
    }

    void show() {
        if (table.results().isEmpty()) {
            return;
        }
        EvaluationResult first = table.results().getFirst();
        terminal.out()
                .println(
                        "%s on %s test cells of %s listeners (%s), ranking %s items:"
                                .formatted(
                                        terminal.bold(
                                                table.results().size() == 1
                                                        ? first.label()
                                                        : table.results().size() + " algorithms"),
                                        Table.count(first.testCells()),
                                        Table.count(first.users()),
                                        table.split(),
                                        Table.count(first.items())));
        if (table.results().size() == 1) {
            one(first);
        } else {
            many(first.k());
        }
        table.results().forEach(this::ratings);
        table.notes().forEach(note -> terminal.out().println("  " + note));
    }

    private void one(EvaluationResult result) {
        Table figures = new Table("", ">", "95 %");
        result.metrics()
                .forEach(
                        (metric, value) ->
                                figures.row(metric, Table.metric(value), interval(result, metric)));
        figures.row("train", Table.seconds(result.trainSeconds()), "");
        figures.row("rank", Table.seconds(result.rankSeconds()), "");
        table.peer(result.algorithm())
                .ifPresent(
                        peer ->
                                figures.row(
                                        "published ndcg@10",
                                        Table.metric(peer.ndcg()),
                                        peer.model() + ", " + peer.settings()));
        figures.print(terminal);
    }

    private void many(int k) {
        boolean peers = !table.peers().isEmpty() && k == 10;
        Table figures =
                new Table(
                        "",
                        ">ndcg@" + k,
                        "",
                        "95 %",
                        ">precision",
                        ">recall",
                        ">map",
                        ">coverage",
                        ">novelty",
                        ">train",
                        ">rank",
                        peers ? ">peer ndcg" : "");
        List<EvaluationResult> ranked =
                table.results().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (EvaluationResult r) -> r.metric("ndcg@" + k))
                                        .reversed())
                        .toList();
        for (EvaluationResult result : ranked) {
            Optional<Peer> peer = peers ? table.peer(result.algorithm()) : Optional.empty();
            figures.row(
                    result.label(),
                    Table.metric(result.metric("ndcg@" + k)),
                    mark(result),
                    interval(result, "ndcg@" + k),
                    Table.metric(result.metric("precision@" + k)),
                    Table.metric(result.metric("recall@" + k)),
                    Table.metric(result.metric("map@" + k)),
                    Table.metric(result.metric("coverage@" + k)),
                    String.format(Locale.ROOT, "%.2f", result.metric("novelty@" + k)),
                    Table.seconds(result.trainSeconds()),
                    Table.seconds(result.rankSeconds()),
                    peer.map(Peer::ndcg).map(Table::metric).orElse(""));
        }
        figures.print(terminal);
        terminal.out()
                .println(
                        "  ★ best; ≈ within noise of it (paired randomisation test on each listener's ndcg@%d, p ≥ .05 after Holm)."
                                .formatted(k));
    }

    /// For those that predict ratings, what they say of them.
    private void ratings(EvaluationResult result) {
        if (result.metrics().containsKey("rmse")) {
            terminal.out()
                    .println(
                            "  %s predicts how much somebody plays: RMSE %s, MAE %s (biases alone %s and %s, the mean %s and %s)."
                                    .formatted(
                                            result.label(),
                                            Table.metric(result.metric("rmse")),
                                            Table.metric(result.metric("mae")),
                                            Table.metric(result.metric("rmse-baseline")),
                                            Table.metric(result.metric("mae-baseline")),
                                            Table.metric(result.metric("rmse-mean")),
                                            Table.metric(result.metric("mae-mean"))));
        }
    }

    private static String mark(EvaluationResult result) {
        return result.toBest().map(t -> t.best() ? "★" : t.withinNoise() ? "≈" : "").orElse("");
    }

    private static String interval(EvaluationResult result, String metric) {
        List<Double> ends = result.intervals().get(metric);
        return ends == null
                ? ""
                : Table.metric(ends.getFirst()) + "–" + Table.metric(ends.getLast());
    }
}
