package segue.core.model;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// The JSON header of a model file: metadata (text → text) and where each tensor lies.
///
/// @param metadata what stands under `__metadata__`
/// @param tensors by name
record ModelHeader(SequencedMap<String, String> metadata, SequencedMap<String, Place> tensors) {

    /// The header's beginning up to the digits of the checksum, which always comes first.
    static final String BEFORE_CHECKSUM = "{\"__metadata__\":{\"checksum\":\"";

    /// What stands for the checksum while it is computed.
    static final String NO_CHECKSUM = "00000000";

    private static final JsonFactory JSON = new JsonFactory();

    /// Where a tensor lies: bytes `from` (inclusive) to `to` (exclusive) after the header.
    record Place(String type, List<Long> shape, long from, long to) {

        /// How many elements the shape says.
        int elements() {
            long elements = 1;
            for (long length : shape) {
                elements = Math.multiplyExact(elements, length);
            }
            return Math.toIntExact(elements);
        }
    }

    static ModelHeader of(SequencedMap<String, String> metadata, List<Tensor> tensors) {
        SequencedMap<String, Place> places = new LinkedHashMap<>();
        long at = 0;
        for (Tensor tensor : tensors) {
            long end = at + tensor.bytes();
            places.put(tensor.name(), new Place(tensor.type().name(), tensor.shape(), at, end));
            at = end;
        }
        return new ModelHeader(metadata, places);
    }

    /// The header as UTF-8 with the checksum left out, padded with spaces to a multiple of 8 bytes.
    byte[] bytes() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeObjectPropertyStart("__metadata__");
            json.writeStringProperty("checksum", NO_CHECKSUM);
            metadata.forEach(json::writeStringProperty);
            json.writeEndObject();
            tensors.forEach((name, place) -> write(json, name, place));
            json.writeEndObject();
        }
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return (text + " ".repeat(-bytes.length & 7)).getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonGenerator json, String name, Place place) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("dtype", place.type());
        json.writeArrayPropertyStart("shape");
        place.shape().forEach(json::writeNumber);
        json.writeEndArray();
        json.writeArrayPropertyStart("data_offsets");
        json.writeNumber(place.from());
        json.writeNumber(place.to());
        json.writeEndArray();
        json.writeEndObject();
    }

    /// @throws JacksonException or IllegalArgumentException if this is no such header
    static ModelHeader parse(byte[] bytes) {
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        SequencedMap<String, Place> tensors = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            expect(json.nextToken(), JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                expect(json.nextToken(), JsonToken.START_OBJECT);
                if (name.equals("__metadata__")) {
                    while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                        String key = json.currentName();
                        expect(json.nextToken(), JsonToken.VALUE_STRING);
                        metadata.put(key, json.getString());
                    }
                } else {
                    tensors.put(name, place(json));
                }
            }
        }
        return new ModelHeader(metadata, tensors);
    }

    private static Place place(JsonParser json) {
        String type = "";
        List<Long> shape = List.of();
        List<Long> offsets = List.of();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "dtype" -> type = json.getString();
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> offsets = numbers(json);
                default -> json.skipChildren();
            }
        }
        if (offsets.size() != 2) {
            throw new IllegalArgumentException("a tensor has no data_offsets");
        }
        return new Place(type, shape, offsets.get(0), offsets.get(1));
    }

    private static List<Long> numbers(JsonParser json) {
        expect(json.currentToken(), JsonToken.START_ARRAY);
        List<Long> numbers = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_NUMBER_INT) {
            numbers.add(json.getLongValue());
        }
        return numbers;
    }

    private static void expect(@Nullable JsonToken found, JsonToken wanted) {
        if (found != wanted) {
            throw new IllegalArgumentException("expected " + wanted + ", found " + found);
        }
    }

    /// A metadata value that must be there.
    String text(String key) {
        String value = metadata.get(key);
        if (value == null) {
            throw new IllegalArgumentException("'" + key + "' is missing");
        }
        return value;
    }

    /// Whether there is a tensor of that name: newer models have some that older ones lack.
    boolean has(String name) {
        return tensors.containsKey(name);
    }

    /// A tensor that must be there and hold as many bytes as its shape says.
    Place place(String name, Tensor.Type type) {
        Place place = tensors.get(name);
        if (place == null || !place.type().equals(type.name())) {
            throw new IllegalArgumentException("no tensor '" + name + "' of " + type);
        }
        if (place.from() < 0 || place.to() - place.from() != (long) place.elements() * type.bytes) {
            throw new IllegalArgumentException("tensor '" + name + "' does not fit its shape");
        }
        return place;
    }

    /// How many bytes must follow the header.
    long dataBytes() {
        return tensors.values().stream().mapToLong(Place::to).max().orElse(0);
    }

    /// All metadata under `prefix.`, without the prefix.
    Map<String, String> under(String prefix) {
        Map<String, String> found = new LinkedHashMap<>();
        metadata.forEach(
                (key, value) -> {
                    if (key.startsWith(prefix + ".")) {
                        found.put(key.substring(prefix.length() + 1), value);
                    }
                });
        return found;
    }
}
