package segue.engine.recommend;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import segue.core.math.Matrix;
import segue.engine.catalogue.Catalogue;
import segue.engine.filter.MusicFilter;
import segue.engine.mood.Mood;
import segue.engine.sound.SoundMap;
import segue.library.Feature;
import segue.library.Kind;
import segue.library.Library;
import segue.library.sound.HeardTrack;
import segue.library.sound.HeardTracks;

/// What lists of one kind are made of: the catalogue, and what is drawn from it when it is first
/// asked for. Good for one revision of the library. Thread-safe.
final class Stock {

    private static final Feature[] HEARABLE = {
        Feature.DANCEABILITY,
        Feature.ENERGY,
        Feature.LOUDNESS,
        Feature.SPEECHINESS,
        Feature.ACOUSTICNESS,
        Feature.INSTRUMENTALNESS,
        Feature.VALENCE,
        Feature.TEMPO
    };

    /// How many wishes for genres are remembered.
    private static final int REMEMBERED = 500;

    private final Library library;
    private final Catalogue catalogue;

    /// The catalogue of tracks; the same where this is of tracks. Read when it is first asked for.
    private final Supplier<Catalogue> tracks;

    private final Map<String, float[]> moods = new ConcurrentHashMap<>();
    private final Map<List<String>, BitSet> genres = new ConcurrentHashMap<>();
    private final Map<String, BitSet> said = new ConcurrentHashMap<>();
    private volatile Optional<SoundMap> sounds = Optional.empty();

    Stock(Library library, Catalogue catalogue, Supplier<Catalogue> tracks) {
        this.library = library;
        this.catalogue = catalogue;
        this.tracks = tracks;
    }

    Catalogue catalogue() {
        return catalogue;
    }

    Catalogue tracks() {
        return tracks.get();
    }

    /// How each item fits a mood: by its features where these are known, by tags else; 0 where
    /// nothing is known.
    float[] mood(Mood mood) {
        return moods.computeIfAbsent(
                mood.name(),
                _ -> {
                    BitSet words = tagsOf(mood);
                    float[] fits = new float[catalogue.size()];
                    for (int row = 0; row < fits.length; row++) {
                        int item = row;
                        double heard = mood.fit(feature -> catalogue.feature(item, feature));
                        // A mood is seldom said: a tenth of all that is said is much.
                        double tagged = Math.min(1, 5 * catalogue.tags().share(row, words));
                        fits[row] = (float) (Double.isNaN(heard) ? tagged : heard);
                    }
                    return fits;
                });
    }

    /// The tags that say a mood.
    BitSet tagsOf(Mood mood) {
        return said.computeIfAbsent(mood.name(), _ -> catalogue.tags().matching(mood::isSaidBy));
    }

    /// The tags that are one of some genres. Not to be changed.
    BitSet tagsOf(List<String> some) {
        BitSet known = genres.get(some);
        if (known != null) {
            return known;
        }
        BitSet found = catalogue.tags().matching(tag -> MusicFilter.isAmong(tag, some));
        if (genres.size() >= REMEMBERED) {
            genres.clear();
        }
        genres.put(some, found);
        return found;
    }

    SoundMap sounds() {
        Optional<SoundMap> known = sounds;
        if (known.isPresent()) {
            return known.get();
        }
        synchronized (this) {
            if (sounds.isEmpty()) {
                sounds = Optional.of(map());
            }
            return sounds.orElseThrow();
        }
    }

    private SoundMap map() {
        HeardTracks heard = library.heard();
        boolean each = catalogue.kind() == Kind.TRACK;
        Catalogue played = heard.tracks().isEmpty() ? catalogue : tracks();
        ToIntFunction<HeardTrack> rowOf =
                track -> {
                    OptionalInt row = played.row(track.track());
                    if (each || row.isEmpty()) {
                        return row.orElse(-1);
                    }
                    return catalogue.row(played.item(row.getAsInt()).artistId()).orElse(-1);
                };
        SoundMap byEar = SoundMap.ofHeard(heard, rowOf, catalogue.size(), each);
        Matrix features = Matrix.zeros(catalogue.size(), HEARABLE.length);
        for (int row = 0; row < catalogue.size(); row++) {
            for (int i = 0; i < HEARABLE.length; i++) {
                features.values()[features.offset(row) + i] = catalogue.feature(row, HEARABLE[i]);
            }
        }
        SoundMap byFeatures = SoundMap.ofFeatures(features);
        return byFeatures.size() > 2 * byEar.size() ? byFeatures : byEar;
    }
}
