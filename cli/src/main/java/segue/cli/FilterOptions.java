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

    @Option(
            names = "--max-per-album",
            paramLabel = "N",
            description = "At most so many tracks of one album.")
    private @Nullable Integer perAlbum;

    @Option(
            names = "--length",
            paramLabel = "RANGE",
            description = "Seconds that a track lasts: 120..600.")
    private @Nullable String length;

    @Option(
            names = "--popularity",
            paramLabel = "LO..HI",
            description = "0 the least to 1 the most played: 0..0.8.")
    private @Nullable String popularity;

    @Option(names = "--versions", description = "Also several versions of the same song.")
    private boolean versions;

    /// @throws IllegalArgumentException if something is not understood
    MusicFilter filter() {
        return new MusicFilter(
                Optional.ofNullable(key).map(KeyRule::parse),
                Optional.ofNullable(bpm).map(BpmRule::parse),
                genres,
                notGenres,
                span("--energy", energy),
                span("--year", year),
                span("--length", length),
                span("--popularity", popularity),
                most("--max-per-artist", perArtist),
                most("--max-per-album", perAlbum),
                versions);
    }

    private static Optional<Span> span(String option, @Nullable String text) {
        return Optional.ofNullable(text).map(range -> Span.parse(option, range));
    }

    private static int most(String option, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw new IllegalArgumentException(option + " must be at least 1, is " + number);
        }
        return number == null ? 0 : number;
    }
}
