/// Tuning as a use case: searches settings, remembers every trial, trains the best.
@NullMarked
package segue.engine.tune;

import org.jspecify.annotations.NullMarked;
