/// What leaves the library as files.
@NullMarked
package segue.library.exporter;

import org.jspecify.annotations.NullMarked;
