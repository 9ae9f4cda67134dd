/// From a model and a library to lists of music with reasons.
@NullMarked
package segue.engine.recommend;

import org.jspecify.annotations.NullMarked;
