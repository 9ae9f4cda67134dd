package segue.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import segue.engine.filter.BpmRule;
import segue.engine.filter.KeyRule;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Span;

/// What may appear in a list.
final class FilterOptions {

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "same, compatible, or a key: 8A, 1m, Am.")
    private @Nullable String key;

    @Option(
            names = "--bpm",
            paramLabel = "RANGE",
            description =
                    "122..128, or a distance: ±3, ±6%% (also written +-3). Half and double count.")
    private @Nullable String bpm;

    @Option(
            names = "--genre",
            paramLabel = "GENRE",
            description = "Only this genre; several times: one of these.")
    private List<String> genres = List.of();

    @Option(names = "--not-genre", paramLabel = "GENRE", description = "Not this genre.")
    private List<String> notGenres = List.of();

    @Option(names = "--energy", paramLabel = "RANGE", description = "1 to 10: 7, 6..8.")
    private @Nullable String energy;

    @Option(names = "--year", paramLabel = "RANGE", description = "1994, 1990..1999.")
    private @Nullable String year;

    @Option(
            names = "--max-per-artist",
            paramLabel = "N",
            description = "At most so many tracks of one artist.")
    private @Nullable Integer perArtist;

    /// @throws IllegalArgumentException if something is not understood
    MusicFilter filter() {
        if (perArtist != null && perArtist < 1) {
            throw new IllegalArgumentException(
                    "--max-per-artist must be at least 1, is " + perArtist);
        }
        return new MusicFilter(
                Optional.ofNullable(key).map(KeyRule::parse),
                Optional.ofNullable(bpm).map(BpmRule::parse),
                genres,
                notGenres,
                Optional.ofNullable(energy).map(text -> Span.parse("--energy", text)),
                Optional.ofNullable(year).map(text -> Span.parse("--year", text)),
                perArtist == null ? 0 : perArtist);
    }
}
