package segue.cli;

import java.util.List;
import java.util.Locale;
import segue.engine.Json;
import segue.engine.recommend.Because;
import segue.engine.recommend.RankedItem;
import segue.engine.recommend.Recommendation;

/// A list of music as people read it.
final class RankedLines {

    private RankedLines() {}

    /// Prints a list under a heading, or as JSON. Notes go to stderr, so that they reach people but
    /// not programs.
    static void show(Recommendation list, String heading, boolean json, Terminal terminal) {
        list.notes().forEach(note -> terminal.err().println(note));
        if (json) {
            terminal.out().println(Json.of(list.items()));
            return;
        }
        terminal.out()
                .println(
                        terminal.bold(heading)
                                + (list.model().isEmpty()
                                        ? ""
                                        : terminal.dim("  (model " + list.model() + ")")));
        if (list.items().isEmpty()) {
            terminal.out().println("  Nothing is left to recommend. Try --known.");
            return;
        }
        Table table = new Table(">", "", ">score", hasReasons(list) ? "why" : "");
        for (RankedItem item : list.items()) {
            table.row(
                    Integer.toString(item.rank()),
                    item.label(),
                    String.format(Locale.ROOT, "%.2f", item.score()),
                    reasons(item.reasons()));
        }
        table.print(terminal);
    }

    private static boolean hasReasons(Recommendation list) {
        return list.items().stream().anyMatch(item -> !item.reasons().isEmpty());
    }

    /// Shares of what is played are told where that is all there is to tell.
    private static String reasons(List<Because> reasons) {
        boolean played =
                reasons.stream()
                        .allMatch(r -> r.kind().equals("played") || r.kind().equals("liked"));
        return played
                ? String.join(
                        ", ",
                        reasons.stream()
                                .map(
                                        r ->
                                                "%s %d %%"
                                                        .formatted(
                                                                r.name(),
                                                                Math.round(r.weight() * 100)))
                                .toList())
                : Because.sentence(reasons);
    }
}
