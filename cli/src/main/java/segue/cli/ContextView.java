package segue.cli;

import java.util.Locale;
import segue.core.eval.Estimate;
import segue.engine.context.ContextResult;

/// What it helps to know the hour, as a table.
final class ContextView {

    private ContextView() {}

    static void show(ContextResult result, Terminal terminal) {
        terminal.out()
                .println(
                        "%s on %s, tested on plays from %s on: NDCG@%d of what was played in an hour"
                                .formatted(
                                        result.algorithm(),
                                        result.items(),
                                        result.from().toLocalDate(),
                                        result.k()));
        Table table =
                new Table(
                        "list",
                        ">listeners",
                        ">hours",
                        ">plain",
                        ">with context",
                        ">difference",
                        "95 % interval",
                        ">p");
        for (ContextResult.Row row : result.tables()) {
            Estimate gain = row.gain().difference();
            table.row(
                    row.list(),
                    Table.count(row.listeners()),
                    Table.count(row.hours()),
                    Table.metric(row.plain().mean()),
                    Table.metric(row.context().mean()),
                    signed(gain.mean()),
                    signed(gain.low()) + " to " + signed(gain.high()),
                    String.format(Locale.ROOT, "%.4f", row.gain().p()));
        }
        table.print(terminal);
        terminal.out()
                .println(
                        terminal.dim(
                                "  anything: all music; new: only what the listener had not played before"));
        result.notes().forEach(note -> terminal.out().println("  " + note));
    }

    private static String signed(double number) {
        return String.format(Locale.ROOT, "%+.4f", number);
    }
}
