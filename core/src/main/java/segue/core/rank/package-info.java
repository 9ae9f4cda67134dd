/// What happens to a ranking before it is a list: chance and variety.
@NullMarked
package segue.core.rank;

import org.jspecify.annotations.NullMarked;
