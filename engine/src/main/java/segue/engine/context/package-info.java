/// The moment someone listens in: what of their taste is theirs at that hour, and what suits what
/// they do.
@NullMarked
package segue.engine.context;

import org.jspecify.annotations.NullMarked;
