package segue.engine.context;

import java.time.LocalDateTime;
import java.util.List;
import segue.core.eval.Comparison;
import segue.core.eval.Estimate;

/// How much better lists are that know the time, tested on later plays.
///
/// @param algorithm what both lists come from
/// @param items "artists" or "tracks"
/// @param from tested were plays from this time on; all before was learned from
/// @param k length of the lists
/// @param tables one for each kind of list
/// @param notes what people should know
public record ContextResult(
        String algorithm,
        String items,
        LocalDateTime from,
        int k,
        List<Row> tables,
        List<String> notes) {

    public ContextResult {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /// One kind of list.
    ///
    /// @param list "anything": what is played next, known or not; "new": only what is not known
    /// @param listeners who were tested
    /// @param hours in which they played something
    /// @param plain NDCG of the list that is the same at any time; mean over the hours of a
    ///   listener, then over listeners
    /// @param context NDCG of the list made for the hour
    /// @param gain context − plain, compared listener by listener
    public record Row(
            String list,
            int listeners,
            int hours,
            Estimate plain,
            Estimate context,
            Comparison gain) {}
}
