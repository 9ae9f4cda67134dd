/// One class a resource of the REST API: reads the request, calls the engine, writes the answer.
@NullMarked
package segue.server.resource;

import org.jspecify.annotations.NullMarked;
