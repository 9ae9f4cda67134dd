package segue.library;

import segue.core.math.SparseVector;

/// How often one listener played one item in which slots of time.
///
/// @param item its outside id
/// @param artist of a track; empty where unknown, and for artists
/// @param counts slot of [TimeSlots] → plays
public record OwnSlots(String item, String artist, SparseVector counts) {}
