package segue.engine.filter;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What may appear in a list of music. Immutable; [#gate] makes what counts while a list fills.
///
/// @param genres one of these must be among a track's genres; "house" is in "Deep House". Empty:
///   any
/// @param notGenres none of these may be
/// @param perArtist how many tracks of one artist; 0: any number
public record MusicFilter(
        Optional<KeyRule> key,
        Optional<BpmRule> bpm,
        List<String> genres,
        List<String> notGenres,
        Optional<Span> energy,
        Optional<Span> years,
        int perArtist) {

    /// Everything may appear.
    public static final MusicFilter NONE =
            new MusicFilter(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    0);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public MusicFilter {
        if (perArtist < 0) {
            throw new IllegalArgumentException(
                    "--max-per-artist must be at least 1, is " + perArtist);
        }
        genres = List.copyOf(genres);
        notGenres = List.copyOf(notGenres);
    }

    public MusicFilter withKey(KeyRule rule) {
        return new MusicFilter(Optional.of(rule), bpm, genres, notGenres, energy, years, perArtist);
    }

    public MusicFilter withBpm(BpmRule rule) {
        return new MusicFilter(key, Optional.of(rule), genres, notGenres, energy, years, perArtist);
    }

    public MusicFilter withGenres(List<String> some, List<String> not) {
        return new MusicFilter(key, bpm, some, not, energy, years, perArtist);
    }

    public MusicFilter withEnergy(Span span) {
        return new MusicFilter(key, bpm, genres, notGenres, Optional.of(span), years, perArtist);
    }

    public MusicFilter withYears(Span span) {
        return new MusicFilter(key, bpm, genres, notGenres, energy, Optional.of(span), perArtist);
    }

    public MusicFilter withPerArtist(int most) {
        return new MusicFilter(key, bpm, genres, notGenres, energy, years, most);
    }

    /// For one list.
    ///
    /// @param seed what distances in tempo and key are measured from
    /// @throws IllegalArgumentException if a rule needs the seed's tempo or key and it has none
    public Gate gate(Optional<Traits> seed) {
        double seedBpm = seed.map(Traits::bpm).orElse(Double.NaN);
        if (bpm.isPresent() && bpm.get().isRelative() && Double.isNaN(seedBpm)) {
            throw new IllegalArgumentException(
                    "there is no tempo to measure --bpm from; give a range such as --bpm 122..128");
        }
        if (key.isPresent() && key.get().isRelative() && seed.flatMap(Traits::key).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no key to compare --key with; name one such as --key 8A");
        }
        return new Gate(seed, seedBpm);
    }

    /// Lets tracks into one list. For one thread.
    public final class Gate {

        private final Optional<Traits> seed;
        private final double seedBpm;
        private final Map<String, Integer> taken = new HashMap<>();

        private Gate(Optional<Traits> seed, double seedBpm) {
            this.seed = seed;
            this.seedBpm = seedBpm;
        }

        /// Whether a track may be in the list at all.
        public boolean admits(Traits track) {
            return (bpm.isEmpty() || bpm.get().fits(track.bpm(), seedBpm))
                    && (key.isEmpty()
                            || track.key()
                                    .filter(k -> key.get().fits(k, seed.flatMap(Traits::key)))
                                    .isPresent())
                    && (energy.isEmpty() || energy.get().holds(track.energy()))
                    && (years.isEmpty() || (track.year() > 0 && years.get().holds(track.year())))
                    && (genres.isEmpty() || has(track, genres))
                    && !has(track, notGenres);
        }

        /// Takes a track into the list, if it may be in it and there is room for its artist. To be
        /// asked in the order of the list.
        public boolean takes(Traits track) {
            if (!admits(track)) {
                return false;
            }
            String artist = fold(track.artist());
            if (perArtist == 0 || artist.isEmpty()) {
                return true;
            }
            int before = taken.getOrDefault(artist, 0);
            if (before == perArtist) {
                return false;
            }
            taken.put(artist, before + 1);
            return true;
        }
    }

    private static boolean has(Traits track, List<String> wanted) {
        return wanted.stream()
                .map(MusicFilter::fold)
                .anyMatch(
                        genre ->
                                track.genres().stream()
                                        .anyMatch(
                                                of ->
                                                        (" " + fold(of) + " ")
                                                                .contains(" " + genre + " ")));
    }

    /// Lower case words without accents, single spaces between.
    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
