package segue.engine.evaluate;

import java.nio.file.Path;
import java.util.Optional;
import segue.core.data.Splitting;

/// What an evaluation tests on.
public sealed interface TestData {

    /// A part of the library, held out.
    record Parts(Splitting splitting) implements TestData {

        /// A share of each listener's items, drawn at random.
        ///
        /// @param share in (0, 1)
        public static Parts share(double share) {
            return new Parts(new Splitting.Share(share));
        }
    }

    /// Plain files with lines of `user item value`, separated by tabs, commas or spaces. No library
    /// is touched.
    ///
    /// @param shown what the users of the test file are known to have, where they are strangers to
    ///   the train file
    /// @param coldItems whether what is ranked are the items of the test file that train does not
    ///   have, among themselves
    /// @param tags lines of `user item tag`, further columns unread; what a user said of an item
    ///   that is tested on them is withheld
    /// @param friends lines of `user user`
    record Files(
            Path train,
            Path test,
            Optional<Path> shown,
            boolean coldItems,
            Optional<Path> tags,
            Optional<Path> friends)
            implements TestData {

        /// Nothing is known besides.
        public Files(Path train, Path test, Optional<Path> shown, boolean coldItems) {
            this(train, test, shown, coldItems, Optional.empty(), Optional.empty());
        }

        /// The usual two.
        public static Files of(Path train, Path test) {
            return new Files(train, test, Optional.empty(), false);
        }
    }
}
