package segue.engine.evaluate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import segue.core.eval.Group;
import segue.engine.page.Html;
import segue.engine.page.Template;

/// An evaluation as one web page that needs nothing else: no network, no scripts. Readable on a
/// phone, in light and dark.
public final class HtmlReport {

    private final EvaluationTable table;
    private final List<EvaluationResult> ranked;
    private final int k;

    private HtmlReport(EvaluationTable table) {
        this.table = table;
        this.k = table.results().getFirst().k();
        this.ranked =
                table.results().stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (EvaluationResult r) -> r.metric("ndcg@" + k))
                                        .reversed())
                        .toList();
    }

    /// The page. The same table gives the same text.
    ///
    /// @throws IllegalArgumentException if no algorithm gave a result
    public static String of(EvaluationTable table) {
        if (table.results().isEmpty()) {
            throw new IllegalArgumentException(
                    "there is nothing to report: "
                            + table.failures().stream()
                                    .map(EvaluationTable.Failure::reason)
                                    .collect(Collectors.joining("; ")));
        }
        return new HtmlReport(table).page();
    }

    private String page() {
        EvaluationResult first = ranked.getFirst();
        String facts =
                "%,d listeners tested on %,d pairs of listener and item held out (%s), %,d to learn from; all of %,d items ranked for each."
                        .formatted(
                                first.users(),
                                first.testCells(),
                                table.split(),
                                first.trainCells(),
                                first.items());
        return Template.of(HtmlReport.class, "report.html")
                .with("facts", Html.text(facts))
                .with("verdict", verdict(first))
                .with("charts", charts())
                .with("tables", tables())
                .with("k", Integer.toString(k))
                .with("notes", notes())
                .text();
    }

    private String verdict(EvaluationResult best) {
        String near =
                ranked.stream()
                        .skip(1)
                        .filter(HtmlReport::near)
                        .map(r -> "<b>" + Html.text(r.label()) + "</b>")
                        .collect(Collectors.joining(", "));
        String first =
                "<b>%s</b> %s NDCG@%d of %s%s."
                        .formatted(
                                Html.text(best.label()),
                                ranked.size() == 1 ? "reaches" : "leads with",
                                k,
                                Html.number(best.metric("ndcg@" + k)),
                                interval(best, "ndcg@" + k));
        if (ranked.size() == 1) {
            return first;
        }
        return near.isEmpty()
                ? first + " Chance does not explain its lead over any other."
                : first + " Chance could explain its lead over " + near + "; over the others, not.";
    }

    private static boolean near(EvaluationResult result) {
        return result.toBest().map(t -> !t.best() && t.withinNoise()).orElse(false);
    }

    private static String kind(EvaluationResult result) {
        if (near(result)) {
            return "near";
        }
        return result.toBest().map(t -> t.best() ? "best" : "").orElse("best");
    }

    private static String interval(EvaluationResult result, String metric) {
        List<Double> ends = result.intervals().get(metric);
        return ends == null
                ? ""
                : " (%s–%s)".formatted(Html.number(ends.getFirst()), Html.number(ends.getLast()));
    }

    private String charts() {
        StringBuilder html = new StringBuilder();
        html.append(
                chart(
                        "NDCG",
                        "ndcg",
                        "How near the top the held-out items stand; 1 is perfect. The thin line is the 95 % interval"
                                + (table.peers().isEmpty()
                                        ? "."
                                        : ", the diamond the best published figure of the same kind.")));
        html.append(chart("Recall", "recall", "Share of the held-out items that are in the list."));
        html.append(
                chart("Coverage", "coverage", "Share of all items that reached anybody's list."));
        html.append(
                chart(
                        "Novelty",
                        "novelty",
                        "How rare the listed items are, in bits: −log₂ of the share who have them."));
        html.append(
                chart(
                        "Diversity",
                        "diversity",
                        "How little the items of a list share their listeners; 1 is not at all."));
        html.append(
                chart(
                        "Popularity bias",
                        "popularity-bias",
                        "How popular the lists are beside what the listeners have: 1 is alike, 2 twice as popular."));
        html.append(Html.card("By listener", thirds(), groups()));
        html.append(
                Html.card(
                        "Head and tail",
                        "Recall@%d of the few items that hold the first 20 %% of all plays, of the middle, and of the many that hold the last 20 %%."
                                .formatted(k),
                        tiers()));
        return html.toString();
    }

    private String chart(String heading, String metric, String about) {
        String name = metric + "@" + k;
        Bars bars = new Bars();
        for (EvaluationResult result : ranked) {
            List<Double> ends = result.intervals().get(name);
            double mark =
                    metric.equals("ndcg") && k == 10
                            ? table.peer(result.algorithm()).map(Peer::ndcg).orElse(Double.NaN)
                            : Double.NaN;
            bars.add(
                    new Bars.Bar(
                            result.label(),
                            kind(result),
                            result.metric(name),
                            ends == null ? Double.NaN : ends.getFirst(),
                            ends == null ? Double.NaN : ends.getLast(),
                            mark));
        }
        return Html.card(heading + "@" + k, about, bars.html());
    }

    private String thirds() {
        return "NDCG@%d of thirds of the listeners: %s."
                .formatted(
                        k,
                        ranked.getFirst().groups().stream()
                                .map(
                                        g ->
                                                "%s have %,d to %,d plays"
                                                        .formatted(g.name(), g.from(), g.to()))
                                .collect(Collectors.joining(", ")));
    }

    private String groups() {
        Bars bars = new Bars();
        for (EvaluationResult result : ranked) {
            bars.heading(result.label(), kind(result));
            for (Group group : result.groups()) {
                bars.add(
                        Bars.Bar.plain(
                                group.name(),
                                "part " + kind(result),
                                group.metrics().getOrDefault("ndcg@" + k, Double.NaN)));
            }
        }
        return bars.html();
    }

    private String tiers() {
        Bars bars = new Bars();
        for (EvaluationResult result : ranked) {
            bars.heading(result.label(), kind(result));
            for (String tier : List.of("head", "middle", "tail")) {
                bars.add(
                        Bars.Bar.plain(
                                tier,
                                "part " + kind(result),
                                result.metric("recall-" + tier + "@" + k)));
            }
        }
        return bars.html();
    }

    private String tables() {
        StringBuilder html = new StringBuilder();
        List<List<String>> rows = new ArrayList<>();
        for (EvaluationResult result : ranked) {
            rows.add(
                    List.of(
                            Html.text(result.label()),
                            Html.number(result.metric("ndcg@" + k)),
                            result.toBest().map(t -> t.best() ? "best" : difference(t)).orElse("–"),
                            result.toBest()
                                    .map(t -> t.best() ? "" : Html.number(t.p()))
                                    .orElse("–"),
                            Html.seconds(result.trainSeconds()),
                            Html.seconds(result.rankSeconds()),
                            settings(result)));
        }
        html.append(
                Html.card(
                        "Differences and seconds",
                        "≈ marks a difference that chance explains (p ≥ .05).",
                        Html.table(
                                List.of(
                                        "",
                                        "NDCG@" + k,
                                        "to the best",
                                        "p",
                                        "train",
                                        "rank all",
                                        "settings"),
                                rows)));
        String others = figures(false);
        html.append(
                Html.card(
                        "All figures",
                        "Means over listeners.",
                        figures(true)
                                + (others.isEmpty()
                                        ? ""
                                        : "<details><summary>At other lengths</summary>%s</details>"
                                                .formatted(others))));
        if (!table.peers().isEmpty()) {
            html.append(
                    Html.card(
                            "Published on the same split",
                            "Other implementations, all at 10.",
                            peers()));
        }
        return html.toString();
    }

    private static String settings(EvaluationResult result) {
        return "<span class=\"words\">%s</span>"
                .formatted(
                        Html.text(
                                result.settings().entrySet().stream()
                                        .map(e -> e.getKey() + "=" + e.getValue())
                                        .collect(
                                                Collectors.joining(
                                                        ", ",
                                                        "weight=" + result.weighting() + ", ",
                                                        ""))
                                        .replaceFirst(", $", "")));
    }

    private static String difference(EvaluationResult.ToBest t) {
        return "%s%s (%s to %s)"
                .formatted(
                        t.withinNoise() ? "≈ " : "",
                        Html.number(t.difference()),
                        Html.number(t.low()),
                        Html.number(t.high()));
    }

    /// The figures at the main length and those without one, or all the others; empty if none.
    private String figures(boolean main) {
        List<String> heads = new ArrayList<>(List.of(""));
        ranked.forEach(result -> heads.add(result.label()));
        List<List<String>> rows = new ArrayList<>();
        SequencedSet<String> names = new LinkedHashSet<>();
        ranked.forEach(result -> names.addAll(result.metrics().keySet()));
        for (String name : names) {
            if (main == (name.endsWith("@" + k) || !name.contains("@"))) {
                List<String> row = new ArrayList<>(List.of(Html.text(name)));
                ranked.forEach(result -> row.add(Html.number(result.metric(name))));
                rows.add(row);
            }
        }
        return rows.isEmpty() ? "" : Html.table(heads, rows);
    }

    private String peers() {
        List<List<String>> rows = new ArrayList<>();
        for (Peer peer : table.peers()) {
            rows.add(
                    List.of(
                            Html.text(peer.model()),
                            Html.number(peer.precision()),
                            Html.number(peer.recall()),
                            Html.number(peer.map()),
                            Html.number(peer.ndcg()),
                            "<span class=\"words\">%s</span>"
                                    .formatted(Html.text(peer.settings()))));
        }
        return Html.table(List.of("", "precision", "recall", "MAP", "NDCG", "settings"), rows);
    }

    private String notes() {
        StringBuilder html = new StringBuilder();
        table.notes().forEach(note -> html.append("<li>").append(Html.text(note)).append("</li>"));
        table.failures()
                .forEach(
                        failure ->
                                html.append("<li>")
                                        .append(
                                                Html.text(
                                                        failure.label() + ": " + failure.reason()))
                                        .append("</li>"));
        return html.toString();
    }
}
