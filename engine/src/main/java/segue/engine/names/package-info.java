/// From what someone typed to what is meant.
@NullMarked
package segue.engine.names;

import org.jspecify.annotations.NullMarked;
