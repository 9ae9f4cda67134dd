/// Interactions between users and items: identities, weights, splits.
@NullMarked
package segue.core.data;

import org.jspecify.annotations.NullMarked;
