/// The search for good settings: spaces, proposals, trials.
@NullMarked
package segue.core.tune;

import org.jspecify.annotations.NullMarked;
