package segue.engine.tune;

import segue.core.tune.Trial;

/// Hears of trials as they end.
@FunctionalInterface
public interface TuneTeller {

    /// Nobody listens.
    TuneTeller NONE = (number, trial, best) -> {};

    /// @param number counts from 1, those of earlier runs included
    /// @param best the best so far, maybe `trial` itself
    void tried(int number, Trial trial, Trial best);
}
