/// What listeners do while a server runs: taken one by one, written in batches.
@NullMarked
package segue.engine.feedback;

import org.jspecify.annotations.NullMarked;
