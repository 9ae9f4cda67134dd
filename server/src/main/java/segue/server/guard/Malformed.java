package segue.server.guard;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import segue.engine.Json;
import segue.server.http.Problems.Problem;

/// What is so malformed that it never reaches a route is answered with a problem document too.
/// Nothing of the inside is told.
public final class Malformed extends ErrorHandler {

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int code,
            String message,
            Throwable cause,
            Callback callback) {
        head(response.getHeaders());
        response.write(true, ByteBuffer.wrap(document(code)), callback);
    }

    private static void head(HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, "application/problem+json")
                .put("X-Content-Type-Options", "nosniff");
    }

    private static byte[] document(int status) {
        return Json.bytes(
                new Problem(
                        "about:blank",
                        Objects.requireNonNullElse(HttpStatus.getMessage(status), "Error"),
                        status,
                        status < HttpStatus.INTERNAL_SERVER_ERROR_500
                                ? "The request cannot be read; see /api."
                                : "Segue stumbled.",
                        UUID.randomUUID().toString(),
                        List.of()));
    }
}
