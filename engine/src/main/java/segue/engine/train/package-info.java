/// From a library, or plain files, to a model: training, evaluating, and the shelf of model files.
@NullMarked
package segue.engine.train;

import org.jspecify.annotations.NullMarked;
