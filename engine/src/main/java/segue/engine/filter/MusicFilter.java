package segue.engine.filter;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What may appear in a list of music. Immutable; [#gate] makes what counts while a list fills.
///
/// @param genres one of these must be among a track's genres; "house" is in "Deep House". Empty:
///   any
/// @param notGenres none of these may be
/// @param popularity 0 nobody has it, to 1 the most played of the library
/// @param perArtist how many tracks of one artist; 0: any number
/// @param perAlbum how many tracks of one album; 0: any number
/// @param versions whether several versions of one song may appear
public record MusicFilter(
        Optional<KeyRule> key,
        Optional<BpmRule> bpm,
        List<String> genres,
        List<String> notGenres,
        Optional<Span> energy,
        Optional<Span> years,
        Optional<Span> durationSeconds,
        Optional<Span> popularity,
        int perArtist,
        int perAlbum,
        boolean versions) {

    /// Everything may appear.
    public static final MusicFilter NONE =
            new MusicFilter(
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    0,
                    0,
                    false);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    public MusicFilter {
        if (perArtist < 0 || perAlbum < 0) {
            throw new IllegalArgumentException(
                    "--max-per-artist and --max-per-album must be at least 1, are %d and %d"
                            .formatted(perArtist, perAlbum));
        }
        genres = List.copyOf(genres);
        notGenres = List.copyOf(notGenres);
    }

    public MusicFilter withKey(KeyRule rule) {
        return new MusicFilter(
                Optional.of(rule),
                bpm,
                genres,
                notGenres,
                energy,
                years,
                durationSeconds,
                popularity,
                perArtist,
                perAlbum,
                versions);
    }

    public MusicFilter withBpm(BpmRule rule) {
        return new MusicFilter(
                key,
                Optional.of(rule),
                genres,
                notGenres,
                energy,
                years,
                durationSeconds,
                popularity,
                perArtist,
                perAlbum,
                versions);
    }

    public MusicFilter withGenres(List<String> some, List<String> not) {
        return new MusicFilter(
                key,
                bpm,
                some,
                not,
                energy,
                years,
                durationSeconds,
                popularity,
                perArtist,
                perAlbum,
                versions);
    }

    public MusicFilter withEnergy(Span span) {
        return new MusicFilter(
                key,
                bpm,
                genres,
                notGenres,
                Optional.of(span),
                years,
                durationSeconds,
                popularity,
                perArtist,
                perAlbum,
                versions);
    }

    public MusicFilter withYears(Span span) {
        return new MusicFilter(
                key,
                bpm,
                genres,
                notGenres,
                energy,
                Optional.of(span),
                durationSeconds,
                popularity,
                perArtist,
                perAlbum,
                versions);
    }

    public MusicFilter withDurationSeconds(Span span) {
        return new MusicFilter(
                key,
                bpm,
                genres,
                notGenres,
                energy,
                years,
                Optional.of(span),
                popularity,
                perArtist,
                perAlbum,
                versions);
    }

    public MusicFilter withPopularity(Span span) {
        return new MusicFilter(
                key,
                bpm,
                genres,
                notGenres,
                energy,
                years,
                durationSeconds,
                Optional.of(span),
                perArtist,
                perAlbum,
                versions);
    }

    public MusicFilter withPerArtist(int most) {
        return new MusicFilter(
                key,
                bpm,
                genres,
                notGenres,
                energy,
                years,
                durationSeconds,
                popularity,
                most,
                perAlbum,
                versions);
    }

    public MusicFilter withPerAlbum(int most) {
        return new MusicFilter(
                key,
                bpm,
                genres,
                notGenres,
                energy,
                years,
                durationSeconds,
                popularity,
                perArtist,
                most,
                versions);
    }

    public MusicFilter withVersions(boolean several) {
        return new MusicFilter(
                key,
                bpm,
                genres,
                notGenres,
                energy,
                years,
                durationSeconds,
                popularity,
                perArtist,
                perAlbum,
                several);
    }

    /// Whether nothing but what is in the list already can keep a track out.
    public boolean admitsAll() {
        return key.isEmpty()
                && bpm.isEmpty()
                && genres.isEmpty()
                && notGenres.isEmpty()
                && energy.isEmpty()
                && years.isEmpty()
                && durationSeconds.isEmpty()
                && popularity.isEmpty();
    }

    /// Whether nothing can keep an artist out of a list of artists.
    public boolean takesAllArtists() {
        return admitsAll() && perArtist == 0;
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
        private final Map<String, Integer> artists = new HashMap<>();
        private final Map<String, Integer> albums = new HashMap<>();
        private final Set<String> songs = new HashSet<>();
        private final Map<String, Boolean> wanted = new HashMap<>();
        private final Map<String, Boolean> unwanted = new HashMap<>();

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
                    && holds(energy, track.energy())
                    && (years.isEmpty() || (track.year() > 0 && years.get().holds(track.year())))
                    && holds(durationSeconds, track.durationSeconds())
                    && holds(popularity, track.popularity())
                    && (genres.isEmpty() || has(track, genres, wanted))
                    && !has(track, notGenres, unwanted);
        }

        /// Takes a track into the list, if it may be in it and there is room for its artist and its
        /// album, and no version of it is there. To be asked in the order of the list.
        public boolean takes(Traits track) {
            if (!admits(track)) {
                return false;
            }
            String artist = perArtist == 0 ? "" : fold(track.artist());
            String album =
                    perAlbum == 0 || track.album().isEmpty()
                            ? ""
                            : fold(track.artist()) + "\n" + fold(track.album());
            boolean room =
                    (versions || track.song().isEmpty() || !songs.contains(track.song()))
                            && (artist.isEmpty() || artists.getOrDefault(artist, 0) < perArtist)
                            && (album.isEmpty() || albums.getOrDefault(album, 0) < perAlbum);
            if (room) {
                songs.add(track.song());
                artists.merge(artist, 1, Integer::sum);
                albums.merge(album, 1, Integer::sum);
            }
            return room;
        }

        private static boolean holds(Optional<Span> span, double value) {
            return span.isEmpty() || span.get().holds(value);
        }

        /// @param known what was found of genres before
        private static boolean has(Traits track, List<String> asked, Map<String, Boolean> known) {
            if (asked.isEmpty()) {
                return false;
            }
            for (String genre : track.genres()) {
                if (known.computeIfAbsent(genre, g -> isAmong(g, asked))) {
                    return true;
                }
            }
            return false;
        }
    }

    /// Whether a genre is one of some: "house" is in "Deep House", "trip-hop" is "Trip Hop".
    public static boolean isAmong(String genre, List<String> some) {
        String folded = " " + fold(genre) + " ";
        return some.stream()
                .map(MusicFilter::fold)
                .anyMatch(
                        one ->
                                folded.contains(" " + one + " ")
                                        || folded.replace(" ", "").equals(one.replace(" ", "")));
    }

    /// Lower case words without accents, single spaces between.
    static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return NO_WORD.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
