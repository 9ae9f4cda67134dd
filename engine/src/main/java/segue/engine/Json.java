package segue.engine;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

/// Answers as JSON: records by the names of their components, in their order; times in ISO 8601.
/// A number that is not known (NaN) is null. The shapes are pinned by a test. Thread-safe.
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    // Records are what their components are, not what can be asked of them.
                    .changeDefaultVisibility(v -> v.withIsGetterVisibility(Visibility.NONE))
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                    .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
                    .addModule(
                            new SimpleModule()
                                    .addSerializer(Double.class, new Numbers())
                                    .addSerializer(Double.TYPE, new Numbers()))
                    .build();

    private static final ObjectWriter COMPACT =
            MAPPER.writer().without(SerializationFeature.INDENT_OUTPUT);

    private Json() {}

    /// JSON has no word for what is no number.
    private static final class Numbers extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (Double.isFinite(value)) {
                out.writeNumber(value);
            } else {
                out.writeNull();
            }
        }
    }

    /// An answer of the engine as indented JSON, without a line break at the end.
    public static String of(Object answer) {
        return MAPPER.writeValueAsString(answer);
    }

    /// An answer as one line.
    public static String line(Object answer) {
        return COMPACT.writeValueAsString(answer);
    }

    /// An answer without spaces, as UTF-8.
    public static byte[] bytes(Object answer) {
        return COMPACT.writeValueAsBytes(answer);
    }

    /// Reads a record back by the names of its components.
    public static <T> T read(InputStream in, Class<T> type) {
        return MAPPER.readValue(in, type);
    }

    /// The same of a text.
    public static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /// An answer as a tree, as it would be read back.
    public static JsonNode tree(Object answer) {
        return MAPPER.valueToTree(answer);
    }

    /// Reads a tree over a record, as [#read(InputStream, Object)] does with a text.
    public static <T> T over(JsonNode given, T defaults) {
        return read(new ByteArrayInputStream(bytes(given)), defaults);
    }

    /// Reads a record over another one: what the text leaves out, or says is null, stays as it is
    /// in `defaults`.
    ///
    /// @throws IllegalArgumentException if it is no JSON, or says what is not understood
    public static <T> T read(InputStream in, T defaults) {
        return new Over<>(defaults).read(in);
    }

    /// Reads records over the same defaults again and again, as [#read(InputStream, Object)] does.
    public static final class Over<T> {

        private final ObjectNode defaults;
        private final Class<T> type;

        public Over(T defaults) {
            @SuppressWarnings("unchecked")
            Class<T> same = (Class<T>) defaults.getClass();
            this.type = same;
            this.defaults = MAPPER.valueToTree(defaults);
        }

        /// @throws IllegalArgumentException if it is no JSON, or says what is not understood
        public T read(InputStream in) {
            try {
                if (!(MAPPER.readTree(in) instanceof ObjectNode said)) {
                    throw new IllegalArgumentException("a JSON object is expected");
                }
                return MAPPER.treeToValue(merged(defaults, said), type);
            } catch (JacksonException e) {
                Throwable cause = e.getCause();
                throw new IllegalArgumentException(
                        cause instanceof IllegalArgumentException
                                ? String.valueOf(cause.getMessage())
                                : e.getOriginalMessage(),
                        e);
            }
        }
    }

    /// A new tree that shares what is the same.
    private static ObjectNode merged(ObjectNode defaults, ObjectNode said) {
        ObjectNode whole = MAPPER.createObjectNode();
        whole.setAll(defaults);
        for (Map.Entry<String, JsonNode> part : said.properties()) {
            if (whole.get(part.getKey()) instanceof ObjectNode inner
                    && part.getValue() instanceof ObjectNode other) {
                whole.set(part.getKey(), merged(inner, other));
            } else if (!part.getValue().isNull() || !whole.has(part.getKey())) {
                whole.set(part.getKey(), part.getValue());
            }
        }
        return whole;
    }
}
