/// What all resources share: routes, requests read and answers written in one way, errors as
/// problem documents.
@NullMarked
package segue.server.http;

import org.jspecify.annotations.NullMarked;
