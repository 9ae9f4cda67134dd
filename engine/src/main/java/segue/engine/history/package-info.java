/// What a listener listened to, and when.
@NullMarked
package segue.engine.history;

import org.jspecify.annotations.NullMarked;
