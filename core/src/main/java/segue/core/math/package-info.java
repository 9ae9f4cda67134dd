/// Dense and sparse matrices, the kernels that work on them, and the one parallel loop.
@NullMarked
package segue.core.math;

import org.jspecify.annotations.NullMarked;
