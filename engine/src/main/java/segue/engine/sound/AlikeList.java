package segue.engine.sound;

import java.util.List;

/// What sounds like a track.
///
/// @param subject the track, as it was understood
/// @param sound what it sounds like: "124 BPM, 8A, energy 7"
/// @param items the nearest first
/// @param notes what people should know: a name that was guessed, versions that were left out
public record AlikeList(String subject, String sound, List<Alike> items, List<String> notes) {

    public AlikeList {
        items = List.copyOf(items);
        notes = List.copyOf(notes);
    }
}
