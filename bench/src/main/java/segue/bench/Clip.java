package segue.bench;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// What is known of a clip: a row of `truth.csv`.
///
/// @param file its name within the folder
/// @param style as in tables
/// @param bpm beats a minute
/// @param key as musicians write it, `Am`; empty: unknown
/// @param beatsPerBar 0: unknown
/// @param firstBeatSeconds where the grid begins; -1: unknown
/// @param source what played it: `segue`, `fluidsynth`, or `openmsx` for other people's scores
@JsonPropertyOrder({"file", "style", "bpm", "key", "beatsPerBar", "firstBeatSeconds", "source"})
record Clip(
        String file,
        String style,
        double bpm,
        String key,
        int beatsPerBar,
        double firstBeatSeconds,
        String source) {

    /// The file that holds the truth.
    static final String TRUTH = "truth.csv";

    private static final CsvMapper CSV = new CsvMapper();
    private static final CsvSchema SCHEMA = CSV.schemaFor(Clip.class).withHeader();

    static void write(List<Clip> clips, Path folder) throws IOException {
        ObjectWriter writer = CSV.writer(SCHEMA);
        Files.write(folder.resolve(TRUTH), writer.writeValueAsBytes(clips));
    }

    static List<Clip> read(Path truth) {
        try (var in = Files.newInputStream(truth)) {
            return CSV.readerFor(Clip.class)
                    .with(SCHEMA.withColumnReordering(true))
                    .<Clip>readValues(in)
                    .readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
