package segue.engine;

import java.io.InputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/// Answers as JSON: records by the names of their components, in their order; times in ISO 8601.
/// A number that is not known (NaN) is null. The shapes are pinned by a test. Thread-safe.
public final class Json {

    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                    .enable(SerializationFeature.INDENT_OUTPUT)
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
}
