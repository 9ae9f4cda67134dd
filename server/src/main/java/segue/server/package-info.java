/// The server: one process that holds a library and answers over HTTP. `Routes` is its table of
/// contents.
@NullMarked
package segue.server;

import org.jspecify.annotations.NullMarked;
