/// From outside files into the library: one class a source, and what they share. Rows stream
/// through the database's own readers, never through Java objects.
@NullMarked
package segue.library.importer;

import org.jspecify.annotations.NullMarked;
