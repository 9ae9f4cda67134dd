/// The command line: one class a verb. Parses, calls the engine, shows; decides nothing.
@NullMarked
package segue.cli;

import org.jspecify.annotations.NullMarked;
