package segue.core.tune;

import java.util.List;

/// Tries candidates. What was tried before is answered from memory.
@FunctionalInterface
public interface Judge {

    /// Tries all of them with the same share of effort.
    ///
    /// @return a trial for each candidate in their order; fewer if the time or the number of trials
    ///   is used up
    List<Trial> judge(List<Candidate> candidates, double share);
}
