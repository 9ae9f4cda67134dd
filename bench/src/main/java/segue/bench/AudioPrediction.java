package segue.bench;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// What a program said of a clip: a row of `file,bpm,key`, or a line of JSON with `path`, `bpm` and
/// `key` as `segue listen --dry-run --json` writes it.
///
/// @param file its name, in JSON its path
/// @param bpm 0 or empty: none was found
/// @param key empty or absent: none was found
@JsonPropertyOrder({"file", "bpm", "key"})
@JsonIgnoreProperties(ignoreUnknown = true)
record AudioPrediction(@JsonAlias("path") String file, double bpm, @Nullable String key) {

    private static final CsvMapper CSV =
            CsvMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    /// By the file's name without its folder.
    static Map<String, AudioPrediction> read(Path file) {
        Map<String, AudioPrediction> found = new HashMap<>();
        CsvSchema schema = CSV.schemaFor(AudioPrediction.class).withHeader();
        boolean json = !file.toString().endsWith(".csv");
        try (var in = Files.newInputStream(file);
                MappingIterator<AudioPrediction> rows =
                        json
                                ? JSON.readerFor(AudioPrediction.class).readValues(in)
                                : CSV.readerFor(AudioPrediction.class)
                                        .with(schema.withColumnReordering(true))
                                        .readValues(in)) {
            while (rows.hasNext()) {
                AudioPrediction row = rows.next();
                found.put(Path.of(row.file()).getFileName().toString(), row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
