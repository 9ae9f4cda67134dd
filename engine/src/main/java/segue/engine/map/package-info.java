/// The library in two dimensions: near where things are alike.
@NullMarked
package segue.engine.map;

import org.jspecify.annotations.NullMarked;
