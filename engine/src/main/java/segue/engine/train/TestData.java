package segue.engine.train;

import java.nio.file.Path;

/// What an evaluation tests on.
public sealed interface TestData {

    /// A share of each listener's items in the library, drawn at random and held out.
    ///
    /// @param share in (0, 1)
    record Holdout(double share) implements TestData {
        public Holdout {
            if (!(share > 0 && share < 1)) {
                throw new IllegalArgumentException("holdout must be between 0 and 1, is " + share);
            }
        }
    }

    /// Two plain files with lines of `user item value`, separated by tabs, commas or spaces. No
    /// library is touched.
    record Files(Path train, Path test) implements TestData {}
}
