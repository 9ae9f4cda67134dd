package segue.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import segue.engine.Json;
import segue.engine.features.Categories;
import segue.engine.features.Elbow;
import segue.engine.features.FeatureFigures;
import segue.engine.features.FeatureMatches;

/// Features and categories as people read them.
final class FeatureLines {

    private static final int PAIRS = 6;
    private static final int LOADINGS = 4;

    private FeatureLines() {}

    /// The pairs of features that go together or against each other most.
    static void strongest(FeatureFigures figures, Terminal terminal) {
        record Pair(String text, double r) {}
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < figures.features().size(); i++) {
            for (int j = 0; j < i; j++) {
                double r = figures.correlations().get(i).get(j);
                if (!Double.isNaN(r)) {
                    pairs.add(
                            new Pair(
                                    "%s and %s %+.2f"
                                            .formatted(
                                                    figures.features().get(j).feature(),
                                                    figures.features().get(i).feature(),
                                                    r),
                                    Math.abs(r)));
                }
            }
        }
        if (!pairs.isEmpty()) {
            terminal.out()
                    .println(
                            "  Correlations: "
                                    + pairs.stream()
                                            .sorted(Comparator.comparingDouble(Pair::r).reversed())
                                            .limit(PAIRS)
                                            .map(Pair::text)
                                            .collect(Collectors.joining(", ")));
        }
    }

    static void trained(Categories trained, boolean json, Terminal terminal) {
        if (json) {
            terminal.out().println(Json.of(trained));
            return;
        }
        terminal.out()
                .println(
                        "%s learned %d categories from %s tracks × %d features in %s%s."
                                .formatted(
                                        terminal.bold(trained.name()),
                                        trained.categories().size(),
                                        Table.count(trained.tracks()),
                                        trained.columns().size(),
                                        Table.seconds(trained.seconds()),
                                        trained.leftOut() == 0
                                                ? ""
                                                : ", %s tracks lack some"
                                                        .formatted(
                                                                Table.count(trained.leftOut()))));
        terminal.out().println("  error " + Table.metric(trained.error()));
        Table table = new Table(">components", ">error", "");
        for (Elbow.Point point : trained.elbow().points()) {
            table.row(
                    Integer.toString(point.components()),
                    Table.metric(point.error()),
                    "▇".repeat((int) Math.round(40 * point.error()))
                            + (point.components() == trained.elbow().bend() ? " ← bend" : ""));
        }
        table.print(terminal);
        categories(trained.categories(), false, terminal);
        terminal.out().println("  " + terminal.dim(trained.file()));
        terminal.out().println("Next: segue similar TRACK --by features");
    }

    static void categories(List<Categories.Category> list, boolean json, Terminal terminal) {
        if (json) {
            terminal.out().println(Json.of(list));
            return;
        }
        Table table = new Table(">", "category", ">tracks", "made of");
        for (int i = 0; i < list.size(); i++) {
            table.row(
                    Integer.toString(i + 1),
                    list.get(i).name(),
                    Table.count(list.get(i).tracks()),
                    list.get(i).loadings().entrySet().stream()
                            .limit(LOADINGS)
                            .map(
                                    e ->
                                            String.format(
                                                    Locale.ROOT,
                                                    "%s %.2f",
                                                    e.getKey(),
                                                    e.getValue()))
                            .collect(Collectors.joining(", ")));
        }
        table.print(terminal);
    }

    static void matches(FeatureMatches list, String heading, boolean json, Terminal terminal) {
        list.notes().forEach(note -> terminal.err().println(note));
        if (json) {
            terminal.out().println(Json.of(list.items()));
            return;
        }
        terminal.out()
                .println(
                        terminal.bold(heading + list.subject())
                                + terminal.dim("  (" + list.category() + ")"));
        Table table = new Table(">", "", ">score", "category", "genres");
        for (FeatureMatches.Match item : list.items()) {
            table.row(
                    Integer.toString(item.rank()),
                    item.name(),
                    String.format(Locale.ROOT, "%.3f", item.score()),
                    item.category(),
                    String.join(", ", item.genres()));
        }
        table.print(terminal);
    }
}
