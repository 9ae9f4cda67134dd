/// How good an algorithm is on data it has not seen: splits, tables, reports.
@NullMarked
package segue.engine.evaluate;

import org.jspecify.annotations.NullMarked;
