package segue.engine.recommend;

import segue.engine.names.Finder;
import segue.library.Entry;
import segue.library.Feedback;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;

/// Notes what listeners say of music, by the names people type.
///
/// @param library where it is noted
public record NoteTaker(Library library) {

    /// @return what was understood, for people
    /// @throws segue.core.run.SegueException.NotFound for an unknown listener or name
    public String note(String listener, Feedback feedback, Items items, String name) {
        Finder finder = new Finder(library);
        Entry who = finder.find(Kind.LISTENER, listener);
        Entry what = finder.find(Kind.of(items), name);
        library.addFeedback(who.id(), feedback, Kind.of(items), what.id());
        String noted = "Noted: %s, %s %s.".formatted(who.name(), feedback.word(), what.label());
        return finder.notes().isEmpty() ? noted : String.join("\n", finder.notes()) + "\n" + noted;
    }
}
