/// What people look at: the built page, and the documentation of the API.
@NullMarked
package segue.server.site;

import org.jspecify.annotations.NullMarked;
