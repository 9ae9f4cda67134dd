package segue.library.browse;

import java.time.Instant;
import java.util.Optional;

/// A playlist without its entries.
///
/// @param own whether it was made or kept here; imported ones cannot be changed
/// @param owner the listener of an imported one, or empty
/// @param recipe the wish that made it, as JSON; or empty
/// @param size how many entries
/// @param changed empty for imported ones
public record PlaylistHead(
        String id,
        String name,
        boolean own,
        String owner,
        String notes,
        String recipe,
        long size,
        Optional<Instant> created,
        Optional<Instant> changed) {}
