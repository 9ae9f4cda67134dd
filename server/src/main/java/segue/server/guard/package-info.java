/// Who may ask what: hosts and origins, the token, sessions, rates.
@NullMarked
package segue.server.guard;

import org.jspecify.annotations.NullMarked;
