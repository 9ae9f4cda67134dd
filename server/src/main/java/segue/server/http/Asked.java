package segue.server.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segue.engine.Json;

/// Reads requests: parameters with their ranges, bodies as records. What cannot be read is an
/// [Unreadable] that names the field.
public final class Asked {

    public static final int USUAL_LIMIT = 50;
    public static final int MOST = 500;
    private static final int USUAL_N = 20;

    private Asked() {}

    /// A field of a request that says what it cannot.
    public static final class Unreadable extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final String field;

        public Unreadable(String field, String message) {
            super(message);
            this.field = field;
        }

        public String field() {
            return field;
        }
    }

    /// A part of the path, decoded.
    public static String path(Context ctx, String name) {
        return ctx.pathParam(name);
    }

    /// A parameter that may be left out; an empty one counts as left out.
    public static Optional<String> text(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isEmpty());
    }

    /// A parameter that must be there, though it may be empty.
    public static String need(Context ctx, String name) {
        String value = ctx.queryParam(name);
        if (value == null) {
            throw new Unreadable(name, "the parameter '%s' is missing".formatted(name));
        }
        return value;
    }

    /// Values separated by commas.
    public static List<String> list(Context ctx, String name) {
        return text(ctx, name)
                .map(value -> Arrays.stream(value.split(",", -1)).map(String::strip))
                .map(values -> values.filter(value -> !value.isEmpty()).toList())
                .orElse(List.of());
    }

    public static int whole(Context ctx, String name, int low, int high, int otherwise) {
        Optional<String> value = text(ctx, name);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(value.get());
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new Unreadable(name, "'%s' must be a whole number".formatted(name));
        }
        throw new Unreadable(
                name, "'%s' must be %d..%d, is %s".formatted(name, low, high, value.get()));
    }

    public static Optional<Double> number(Context ctx, String name, double low, double high) {
        Optional<String> value = text(ctx, name);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            double number = Double.parseDouble(value.get());
            if (number >= low && number <= high) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw new Unreadable(name, "'%s' must be a number".formatted(name));
        }
        throw new Unreadable(
                name, "'%s' must be %s..%s, is %s".formatted(name, low, high, value.get()));
    }

    /// One of the constants of an enum, by its name in lower case.
    public static <E extends Enum<E>> E choice(
            Context ctx, String name, Class<E> type, E otherwise) {
        Optional<String> value = text(ctx, name);
        return value.isEmpty() ? otherwise : constant(name, value.get(), type);
    }

    /// The same for a value that was read already.
    public static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(value)) {
                return constant;
            }
        }
        throw new Unreadable(
                name,
                "'%s' must be one of %s, is '%s'"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        Arrays.stream(type.getEnumConstants())
                                                .map(Asked::word)
                                                .toList()),
                                value));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// How many items a page may have.
    public static int limit(Context ctx) {
        return whole(ctx, "limit", 1, MOST, USUAL_LIMIT);
    }

    /// How many items are wanted where there are no pages.
    public static int n(Context ctx) {
        return whole(ctx, "n", 1, MOST, USUAL_N);
    }

    /// Where the page begins: the text behind the cursor, empty for the first page.
    public static String cursor(Context ctx) {
        Optional<String> cursor = text(ctx, "cursor");
        if (cursor.isEmpty()) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor.get()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("cursor", "this is no cursor that this server gave");
        }
    }

    /// The same where pages begin at a number.
    public static int offset(Context ctx) {
        String cursor = cursor(ctx);
        try {
            return cursor.isEmpty() ? 0 : Math.max(0, Integer.parseInt(cursor));
        } catch (NumberFormatException e) {
            throw new Unreadable("cursor", "this is no cursor that this server gave");
        }
    }

    /// The body as a record; what it leaves out is empty.
    public static <T> T body(Context ctx, Class<T> type) {
        byte[] body = ctx.bodyAsBytes();
        if (body.length == 0) {
            throw new Unreadable("", "a JSON object is expected as the body");
        }
        @Nullable T read = Json.read(new ByteArrayInputStream(body), type);
        if (read == null) {
            throw new Unreadable("", "a JSON object is expected as the body");
        }
        return read;
    }
}
