package segue.engine.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// A web page with places to fill, `{{name}}` each. Immutable.
///
/// @param text what it is so far
public record Template(String text) {

    /// The page in a file beside a class, with the style that all pages share.
    public static Template of(Class<?> beside, String file) {
        return new Template(read(beside, file)).with("style", read(Template.class, "page.css"));
    }

    /// The page with one place filled.
    ///
    /// @param html what stands there; text from outside has gone through [Html#text]
    public Template with(String place, String html) {
        return new Template(text.replace("{{" + place + "}}", html));
    }

    private static String read(Class<?> beside, String file) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
