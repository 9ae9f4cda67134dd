/// The database file: opening, locking, migrating, and the questions asked of it, as SQL text
/// blocks, one class a theme.
@NullMarked
package segue.library.store;

import org.jspecify.annotations.NullMarked;
