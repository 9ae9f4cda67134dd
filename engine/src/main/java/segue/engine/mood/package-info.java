/// Moods: named regions of features and tags.
@NullMarked
package segue.engine.mood;

import org.jspecify.annotations.NullMarked;
