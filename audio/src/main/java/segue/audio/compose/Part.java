package segue.audio.compose;

import java.util.List;

/// What one instrument plays.
///
/// @param role its task
/// @param instrument what plays it
/// @param notes in order of time
public record Part(Role role, Instrument instrument, List<Note> notes) {

    public Part {
        notes = List.copyOf(notes);
    }
}
