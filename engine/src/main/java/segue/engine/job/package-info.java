/// Jobs: what takes long, done one at a time beside everything else, kept on disk.
@NullMarked
package segue.engine.job;

import org.jspecify.annotations.NullMarked;
