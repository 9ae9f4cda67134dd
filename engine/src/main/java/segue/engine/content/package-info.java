/// What is known of music besides plays, as training data: the items nobody has played, and what
/// was measured of items.
@NullMarked
package segue.engine.content;

import org.jspecify.annotations.NullMarked;
