/// How good a ranking is, by the metrics of the field.
@NullMarked
package segue.core.eval;

import org.jspecify.annotations.NullMarked;
