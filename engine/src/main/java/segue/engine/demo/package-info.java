/// The demonstration: a simulated world of listeners, artists and plays, made from a seed.
@NullMarked
package segue.engine.demo;

import org.jspecify.annotations.NullMarked;
