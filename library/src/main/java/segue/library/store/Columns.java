package segue.library.store;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import segue.library.sound.Measures;

/// The components of [Measures] as columns of the table `sounds`: `keyTonic` is `key_tonic`.
public final class Columns {

    private static final List<RecordComponent> COMPONENTS =
            List.of(Measures.class.getRecordComponents());

    private static final Class<?>[] TYPES =
            COMPONENTS.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);

    private static final Constructor<Measures> CONSTRUCTOR = constructor();

    private Columns() {}

    private static Constructor<Measures> constructor() {
        try {
            return Measures.class.getDeclaredConstructor(TYPES);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The names, each after `prefix`, with commas between.
    public static String names(String prefix) {
        return COMPONENTS.stream()
                .map(component -> prefix + name(component))
                .collect(Collectors.joining(", "));
    }

    private static String name(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    /// The values in the order of the names.
    public static List<Object> values(Measures measures) {
        List<Object> values = new ArrayList<>();
        for (RecordComponent component : COMPONENTS) {
            try {
                values.add(component.getAccessor().invoke(measures));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(component.getName(), e);
            }
        }
        return values;
    }

    /// Reads the rows of a chunk whose columns from `first` on are those of [#names].
    static final class Reader {

        private final List<DuckDBReadableVector> columns = new ArrayList<>();

        Reader(DuckDBDataChunkReader chunk, int first) throws SQLException {
            for (int i = 0; i < COMPONENTS.size(); i++) {
                columns.add(chunk.vector(first + i));
            }
        }

        Measures read(long row) {
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                Class<?> type = TYPES[i];
                DuckDBReadableVector column = columns.get(i);
                if (type == double.class) {
                    values[i] = column.getDouble(row, Double.NaN);
                } else if (type == int.class) {
                    values[i] = column.getInt(row, 0);
                } else {
                    values[i] = column.getBoolean(row, false);
                }
            }
            try {
                return CONSTRUCTOR.newInstance(values);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(Arrays.toString(values), e);
            }
        }
    }
}
