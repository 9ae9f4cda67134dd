package segue.library.event;

/// What became of an event.
public sealed interface Noted {

    /// It is on disk.
    ///
    /// @param event as it was noted first
    /// @param name of the item; a track with its artist
    /// @param repeated whether its key was known already
    /// @param undone whether it does not hold any more
    record Kept(Event event, String name, boolean repeated, boolean undone) implements Noted {}

    /// There is no such artist or track.
    record Unknown(Event event) implements Noted {}
}
