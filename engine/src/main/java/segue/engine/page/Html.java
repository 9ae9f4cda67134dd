package segue.engine.page;

import java.util.List;
import java.util.Locale;

/// Pieces of a web page as text. Whatever comes from outside goes through [#text].
public final class Html {

    private Html() {}

    /// Text that stays text.
    public static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// "0.2491", or a dash where there is no number.
    public static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, "%.4f", value);
    }

    /// "12.5%", for positions.
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * Math.clamp(share, 0, 1));
    }

    public static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 10 ? "%.2f s" : "%.0f s", seconds);
    }

    /// A table that scrolls sideways where it is wider than the screen.
    ///
    /// @param rows cells that are HTML already; the first is the row's head
    public static String table(List<String> heads, List<List<String>> rows) {
        StringBuilder html = new StringBuilder("<div class=\"scroll\"><table><thead><tr>");
        heads.forEach(head -> html.append("<th scope=\"col\">").append(text(head)).append("</th>"));
        html.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr><th scope=\"row\">").append(row.getFirst()).append("</th>");
            row.stream().skip(1).forEach(cell -> html.append("<td>").append(cell).append("</td>"));
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div>\n").toString();
    }

    /// A card with a heading.
    ///
    /// @param about a sentence that says what is seen
    public static String card(String heading, String about, String content) {
        return "<section class=\"card\"><h2>%s</h2><p class=\"about\">%s</p>%s</section>\n"
                .formatted(text(heading), text(about), content);
    }
}
