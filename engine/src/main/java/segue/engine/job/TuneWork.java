package segue.engine.job;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import segue.core.run.Run;
import segue.core.tune.Search;
import segue.engine.Segue;
import segue.engine.tune.TuneRequest;
import segue.library.Items;
import segue.library.Rows;
import segue.library.Selection;

/// Searches the best settings.
///
/// @param algorithm empty: all sensible ones
/// @param sets setting → values to try; empty: the usual ones
/// @param trials at most so many; 0: as many as there is time for
/// @param holdout a share to test on at the end; 0: no test
public record TuneWork(
        String algorithm,
        String name,
        Rows of,
        Items on,
        Map<String, String> sets,
        double seconds,
        int trials,
        double holdout,
        boolean fresh,
        long seed)
        implements Work {

    static final TuneWork DEFAULTS =
            new TuneWork("", "", Rows.LISTENERS, Items.ARTISTS, Map.of(), 600, 0, 0, false, 42);

    private static final double A_WEEK = 604_800;

    public TuneWork {
        sets = new LinkedHashMap<>(sets);
    }

    TuneWork checked() {
        if (!(seconds > 0 && seconds <= A_WEEK) || trials < 0 || !(holdout >= 0 && holdout < 1)) {
            throw new IllegalArgumentException(
                    "seconds must be above 0 and at most a week, trials at least 1, holdout 0..1");
        }
        request().spaces();
        return this;
    }

    private TuneRequest request() {
        return new TuneRequest(
                name,
                algorithm,
                new LinkedHashMap<>(sets),
                Search.Kind.AUTO,
                new TuneRequest.Limits(
                        trials == 0 ? Integer.MAX_VALUE : trials,
                        Duration.ofMillis((long) (seconds * 1000))),
                Selection.DEFAULTS.withRows(of).withItems(on),
                fresh,
                Optional.empty());
    }

    @Override
    public String title() {
        return "Tune " + (algorithm.isEmpty() ? "all algorithms" : algorithm);
    }

    @Override
    public Object run(Segue segue, Run run, Teller teller) {
        return segue.tune(
                request(),
                holdout > 0 ? Optional.of(holdout) : Optional.empty(),
                (number, trial, _) -> teller.tried(TrialLine.of(number, trial)),
                run);
    }
}
