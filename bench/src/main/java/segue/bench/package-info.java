/// Benchmarks and the data they need; never shipped.
@NullMarked
package segue.bench;

import org.jspecify.annotations.NullMarked;
