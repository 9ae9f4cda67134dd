/// Benchmarks: speed and memory on data of the shape that real logs have. Never shipped.
@NullMarked
package segue.bench;

import org.jspecify.annotations.NullMarked;
