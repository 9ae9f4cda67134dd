package segue.engine.sound;

import java.util.List;

/// A track that sounds like another.
///
/// @param rank from 1
/// @param id the outside identity of the track
/// @param name with its artist
/// @param distance 0: the same sound; 1: as far apart as two tracks of the library usually are
/// @param because what the two have in common, the most telling first: "124 BPM", "8A", "dark"
/// @param bpm 0 where nothing beats
/// @param camelot the key as DJs write it, or empty
/// @param energy 1..10, or 0 where unknown
/// @param durationSeconds of the file
/// @param path of the file
public record Alike(
        int rank,
        String id,
        String name,
        double distance,
        List<String> because,
        double bpm,
        String camelot,
        int energy,
        double durationSeconds,
        String path) {

    public Alike {
        because = List.copyOf(because);
    }
}
