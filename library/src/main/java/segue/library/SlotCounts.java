package segue.library;

import segue.core.data.Ids;
import segue.core.math.SparseMatrix;

/// How often items were played in which slots of time, by everybody.
///
/// @param items the rows
/// @param artists the artists of tracks; none where the items are artists
/// @param artistOf item → row of `artists`, `items × artists` with one entry a row, none where
///   unknown
/// @param counts plays, `items × ` [TimeSlots#COUNT]
public record SlotCounts(Ids items, Ids artists, SparseMatrix artistOf, SparseMatrix counts) {}
