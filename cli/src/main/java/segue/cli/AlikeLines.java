package segue.cli;

import java.util.Locale;
import segue.engine.Json;
import segue.engine.sound.Alike;
import segue.engine.sound.AlikeList;

/// What sounds alike, as people read it.
final class AlikeLines {

    private AlikeLines() {}

    /// Prints a list under a heading, or as JSON. Notes go to stderr, so that they reach people but
    /// not programs.
    static void show(AlikeList list, String heading, boolean json, Terminal terminal) {
        list.notes().forEach(note -> terminal.err().println(note));
        if (json) {
            terminal.out().println(Json.of(list.items()));
            return;
        }
        terminal.out().println(terminal.bold(heading) + terminal.dim("  (" + list.sound() + ")"));
        Table table = new Table(">", "", ">distance", ">BPM", "key", ">energy", "in common");
        for (Alike item : list.items()) {
            table.row(
                    Integer.toString(item.rank()),
                    item.name(),
                    String.format(Locale.ROOT, "%.2f", item.distance()),
                    item.bpm() == 0 ? "" : String.format(Locale.ROOT, "%.1f", item.bpm()),
                    item.camelot(),
                    item.energy() == 0 ? "" : Integer.toString(item.energy()),
                    String.join(", ", item.because()));
        }
        table.print(terminal);
    }
}
