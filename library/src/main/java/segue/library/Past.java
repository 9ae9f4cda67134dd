package segue.library;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What someone has heard so far.
///
/// @param plays item id → plays, in the order of the ids, aged as asked; negative: skipped more
///   than played
/// @param last item id → when it was heard last, as far as that is known
public record Past(Map<String, Double> plays, Map<String, LocalDateTime> last) {

    public Past {
        plays = Collections.unmodifiableMap(new LinkedHashMap<>(plays));
        last = Collections.unmodifiableMap(new LinkedHashMap<>(last));
    }
}
