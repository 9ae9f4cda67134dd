package segue.core.train;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

/// Reads and writes records of settings by the names of their components: the one piece behind
/// `--set rank=64`, the manifest of a model and the settings in answers.
public final class Settings {

    private Settings() {}

    /// How a number is spelled that the algorithm sets by the data: NaN in the record.
    private static final String AUTO = "auto";

    /// The settings of a record as name → value, in the order of its components. Enums appear in
    /// lower case, NaN as `auto`.
    public static SequencedMap<String, Object> of(Record settings) {
        SequencedMap<String, Object> map = new LinkedHashMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = read(settings, component);
            map.put(
                    component.getName(),
                    switch (value) {
                        case Enum<?> e -> e.name().toLowerCase(Locale.ROOT);
                        case Double d when d.isNaN() -> AUTO;
                        default -> value;
                    });
        }
        return map;
    }

    /// A copy of `defaults` with some components changed.
    ///
    /// @throws IllegalArgumentException for an unknown name (the nearest known one is named), a
    ///   value
    ///   that is no number, or one the record refuses
    public static Record with(Record defaults, Map<String, String> changes) {
        RecordComponent[] components = defaults.getClass().getRecordComponents();
        List<String> names = Arrays.stream(components).map(RecordComponent::getName).toList();
        for (String name : changes.keySet()) {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(unknown(name, names));
            }
        }
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : components) {
            String text = changes.get(component.getName());
            values.add(
                    text == null
                            ? read(defaults, component)
                            : parse(component.getName(), component.getType(), text.strip()));
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            return defaults.getClass().getDeclaredConstructor(types).newInstance(values.toArray());
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw refused;
            }
            throw new IllegalStateException(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object read(Record settings, RecordComponent component) {
        try {
            return component.getAccessor().invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object parse(String name, Class<?> type, String text) {
        try {
            if (type == int.class) {
                return Integer.parseInt(text);
            }
            if (type == long.class) {
                return Long.parseLong(text);
            }
            if (type == double.class) {
                return text.equals(AUTO) ? Double.NaN : Double.parseDouble(text);
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s must be %s number, found '%s'"
                            .formatted(name, type == double.class ? "a" : "a whole", text),
                    e);
        }
        if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
            return Boolean.parseBoolean(text);
        }
        if (type.isEnum()) {
            return constant(name, type, text);
        }
        if (type == String.class) {
            return text;
        }
        throw new IllegalArgumentException("%s cannot be '%s'".formatted(name, text));
    }

    private static Object constant(String name, Class<?> type, String text) {
        Object[] constants = type.getEnumConstants();
        for (Object constant : constants) {
            if (constant.toString().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(
                "%s must be one of %s, found '%s'"
                        .formatted(
                                name, Arrays.toString(constants).toLowerCase(Locale.ROOT), text));
    }

    private static String unknown(String name, List<String> names) {
        if (names.isEmpty()) {
            return "no setting '%s': this algorithm has none".formatted(name);
        }
        String nearest =
                names.stream().min(Comparator.comparingInt(known -> distance(name, known))).get();
        return "no setting '%s'; did you mean '%s'? There are %s"
                .formatted(name, nearest, String.join(", ", names));
    }

    /// Levenshtein distance, ignoring case.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, j -> j);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change =
                        Character.toLowerCase(a.charAt(i - 1))
                                        == Character.toLowerCase(b.charAt(j - 1))
                                ? 0
                                : 1;
                int value = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + change);
                diagonal = row[j];
                row[j] = value;
            }
        }
        return row[b.length()];
    }
}
