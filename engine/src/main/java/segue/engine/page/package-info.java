/// Pieces that web pages of the engine share.
@NullMarked
package segue.engine.page;

import org.jspecify.annotations.NullMarked;
