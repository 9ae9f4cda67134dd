/// The algorithms: records of settings that turn data into a model.
@NullMarked
package segue.core.train;

import org.jspecify.annotations.NullMarked;
