package segue.engine.names;

import java.util.ArrayList;
import java.util.List;
import segue.core.run.SegueException;
import segue.library.Entry;
import segue.library.Kind;
import segue.library.Library;
import segue.library.Lookup;

/// Resolves what someone typed, kindly: exact, then normalised, then the nearest by spelling if
/// only one is near; else it says which are. Notes what it guessed. For one request.
public final class Finder {

    private final Library library;
    private final List<String> notes = new ArrayList<>();

    public Finder(Library library) {
        this.library = library;
    }

    /// @throws SegueException.NotFound with "did you mean" if several are near, or none
    public Entry find(Kind kind, String text) {
        return switch (library.find(kind, text)) {
            case Lookup.Found(Entry entry) -> entry;
            case Lookup.Unclear(List<Entry> nearest) -> nearest(kind, text, nearest);
        };
    }

    /// A track whose sound is known.
    ///
    /// @throws SegueException.NotFound also if the track is known, but not its sound
    public Entry findHeard(String text) {
        return switch (library.findHeard(text)) {
            case Lookup.Found(Entry entry) -> entry;
            case Lookup.Unclear(List<Entry> nearest) -> {
                if (library.find(Kind.TRACK, text) instanceof Lookup.Found(Entry unheard)) {
                    throw new SegueException.NotFound(
                            "'%s' is in the library, but was never heard; listen to its file with: segue listen FILE"
                                    .formatted(unheard.label()));
                }
                yield nearest(Kind.TRACK, text, nearest);
            }
        };
    }

    private Entry nearest(Kind kind, String text, List<Entry> nearest) {
        if (nearest.size() == 1) {
            Entry only = nearest.getFirst();
            notes.add("There is no %s '%s'; took '%s'.".formatted(kind.word(), text, only.label()));
            return only;
        }
        String none = "There is no %s '%s' in the library".formatted(kind.word(), text);
        throw new SegueException.NotFound(
                nearest.isEmpty()
                        ? none + "."
                        : none
                                + "; did you mean %s?"
                                        .formatted(
                                                either(
                                                        nearest.stream()
                                                                .map(Entry::label)
                                                                .toList())));
    }

    private static String either(List<String> names) {
        List<String> quoted = names.stream().distinct().map(name -> "'" + name + "'").toList();
        int last = quoted.size() - 1;
        return last == 0
                ? quoted.getFirst()
                : String.join(", ", quoted.subList(0, last)) + " or " + quoted.get(last);
    }

    public void note(String note) {
        notes.add(note);
    }

    public List<String> notes() {
        return notes;
    }
}
