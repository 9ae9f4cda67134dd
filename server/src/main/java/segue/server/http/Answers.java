package segue.server.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import segue.engine.Json;

/// Writes answers.
public final class Answers {

    private Answers() {}

    /// A page of a list.
    ///
    /// @param next the cursor of the next page, or null on the last
    public record Page<T>(List<T> items, @Nullable String next) {
        public Page {
            items = List.copyOf(items);
        }

        /// The part of a whole list that begins at `offset`.
        public static <T> Page<T> of(List<T> all, int offset, int limit) {
            int from = Math.min(offset, all.size());
            int to = Math.min(all.size(), from + limit);
            return new Page<>(
                    all.subList(from, to), to < all.size() ? cursor(Integer.toString(to)) : null);
        }
    }

    /// A list that is never so long as to need pages.
    public record Whole<T>(List<T> items) {
        public Whole {
            items = List.copyOf(items);
        }
    }

    /// A text that says where a page begins, as clients hand it back.
    public static String cursor(String place) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    public static void json(Context ctx, Object answer) {
        ctx.contentType("application/json").result(Json.bytes(answer));
    }

    public static void json(Context ctx, HttpStatus status, Object answer) {
        ctx.status(status);
        json(ctx, answer);
    }

    /// An answer that only changes with `tag`: 304 if the client has it already.
    ///
    /// @param tag what the answer depends on
    /// @param answer is only asked for if it is needed
    public static void tagged(Context ctx, String tag, Supplier<?> answer) {
        String etag = "\"" + tag + "\"";
        ctx.header("ETag", etag).header("Cache-Control", "private, no-cache");
        if (matches(Optional.ofNullable(ctx.header("If-None-Match")), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            json(ctx, answer.get());
        }
    }

    /// An answer that is its own tag: for what is quickly made.
    public static void hashed(Context ctx, Object answer) {
        byte[] bytes = Json.bytes(answer);
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        String etag = "\"%x-%x\"".formatted(crc.getValue(), bytes.length);
        ctx.header("ETag", etag).header("Cache-Control", "private, no-cache");
        if (matches(Optional.ofNullable(ctx.header("If-None-Match")), etag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType("application/json").result(bytes);
        }
    }

    /// Whether a client has what `etag` names; proxies may have weakened it.
    public static boolean matches(Optional<String> ifNoneMatch, String etag) {
        return ifNoneMatch
                .filter(
                        given -> {
                            for (String one : given.split(",", -1)) {
                                String plain = one.strip();
                                if (plain.equals("*")
                                        || plain.equals(etag)
                                        || plain.equals("W/" + etag)) {
                                    return true;
                                }
                            }
                            return false;
                        })
                .isPresent();
    }
}
