package segue.audio.compose;

import java.util.List;
import segue.audio.feature.Key;

/// A composition: everything that is known of it before a sample is rendered. Immutable.
///
/// @param palette style and artist: how it sounds
/// @param seed from which it was drawn
/// @param bpm beats a minute, constant
/// @param key the key it begins and ends in
/// @param firstBeatSeconds when the grid's first beat, a downbeat, sounds
/// @param tuningCents how far its concert pitch is from A = 440 Hz
/// @param sections its plan, without gaps
/// @param parts the tuned instruments
/// @param hits the drums, in order of time
public record Piece(
        Palette palette,
        long seed,
        double bpm,
        Key key,
        double firstBeatSeconds,
        double tuningCents,
        List<Section> sections,
        List<Part> parts,
        List<Hit> hits) {

    /// What rings on after the last bar.
    private static final double TAIL_SECONDS = 1.5;

    public Piece {
        sections = List.copyOf(sections);
        parts = List.copyOf(parts);
        hits = List.copyOf(hits);
    }

    public Style style() {
        return palette.style();
    }

    public int beatsPerBar() {
        return style().beatsPerBar();
    }

    public int bars() {
        return sections.getLast().endBar();
    }

    /// When `beat` sounds, seconds from the beginning.
    public double seconds(double beat) {
        return firstBeatSeconds + beat * 60 / bpm;
    }

    /// From the first sample to the last.
    public double durationSeconds() {
        return seconds((double) bars() * beatsPerBar()) + TAIL_SECONDS;
    }
}
