/// What every long computation is given: seed, threads, progress, cancel; and the errors it may end
/// with.
@NullMarked
package segue.core.run;

import org.jspecify.annotations.NullMarked;
