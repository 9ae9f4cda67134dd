package segue.engine.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A small simulated world: artists with genres and fame, and listeners who belong to taste groups,
/// each with a few favourites and habits of their own. The same seed gives the same world.
///
/// @param artists in the order of their genres
/// @param listeners in the order of their groups
record World(List<Artist> artists, List<Listener> listeners) {

    private static final int LISTENERS = 400;
    private static final int DAYS = 730;
    private static final LocalDateTime FIRST_DAY = LocalDateTime.of(2024, 1, 1, 0, 0);

    World {
        artists = List.copyOf(artists);
        listeners = List.copyOf(listeners);
    }

    /// @param fame how much likelier than others to be picked, above 0
    record Artist(String name, Genre genre, double fame, List<String> tracks) {
        Artist {
            tracks = List.copyOf(tracks);
        }
    }

    /// @param genre the taste group
    /// @param second what they like besides
    /// @param niche whether the second genre is as dear to them as the first
    record Listener(
            String name,
            Genre genre,
            Genre second,
            boolean niche,
            List<Favourite> favourites,
            int plays) {
        Listener {
            favourites = List.copyOf(favourites);
        }
    }

    /// An artist that a listener plays.
    ///
    /// @param love how much likelier than the others
    record Favourite(Artist artist, double love) {}

    /// One play.
    record Play(Listener listener, Artist artist, String track, LocalDateTime time) {}

    /// Takes one play.
    interface Sink {
        void play(Play play);
    }

    static World of(long seed) {
        Draw draw = new Draw(new SplittableRandom(seed));
        InventedNames names = new InventedNames(draw);
        List<Artist> artists = new ArrayList<>();
        for (Genre genre : Genre.values()) {
            for (int i = 0; i < genre.artists(); i++) {
                artists.add(artist(names, genre, i, draw));
            }
        }
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            listeners.add(listener(names, artists, i, draw));
        }
        return new World(artists, listeners);
    }

    private static Artist artist(InventedNames names, Genre genre, int place, Draw draw) {
        List<String> tracks = new ArrayList<>();
        int count = 5 + draw.below(8);
        while (tracks.size() < count) {
            String track = names.track();
            if (!tracks.contains(track)) {
                tracks.add(track);
            }
        }
        return new Artist(names.artist(), genre, 1 / StrictMath.pow(place + 2, .8), tracks);
    }

    private static Listener listener(
            InventedNames names, List<Artist> artists, int number, Draw draw) {
        List<Genre> genres = List.of(Genre.values());
        int group = draw.weighted(genres.stream().mapToDouble(Genre::artists).toArray());
        Genre genre = genres.get(group);
        // Each group has a usual neighbour; niche listeners have any other genre.
        boolean niche = number % 10 == 9;
        int step = niche ? 2 + draw.below(genres.size() - 2) : 1;
        Genre second = genres.get((group + step) % genres.size());
        double[] weights = new double[artists.size()];
        for (int i = 0; i < weights.length; i++) {
            Artist artist = artists.get(i);
            double share = .03;
            if (artist.genre() == genre) {
                share = 1;
            } else if (artist.genre() == second) {
                share = niche ? 1.5 : .3;
            }
            weights[i] = share * artist.fame() * draw.skewed(1, .5);
        }
        List<Favourite> favourites = new ArrayList<>();
        int count = 12 + draw.below(24);
        for (int i = 0; i < count; i++) {
            int pick = draw.weighted(weights);
            weights[pick] = 0;
            favourites.add(new Favourite(artists.get(pick), draw.skewed(1, 1)));
        }
        int plays = (int) Math.clamp(draw.skewed(110, .6), 20, 1500);
        return new Listener(names.listener(), genre, second, niche, favourites, plays);
    }

    /// All plays, listener after listener, drawn from the same seed.
    void plays(long seed, Sink sink) {
        Draw draw = new Draw(new SplittableRandom(seed + 1));
        for (Listener listener : listeners) {
            double[] love = listener.favourites().stream().mapToDouble(Favourite::love).toArray();
            for (int i = 0; i < listener.plays(); i++) {
                Artist artist = listener.favourites().get(draw.weighted(love)).artist();
                // The first tracks are the hits.
                int track = draw.below(1 + draw.below(artist.tracks().size()));
                sink.play(
                        new Play(listener, artist, artist.tracks().get(track), time(artist, draw)));
            }
        }
    }

    private static LocalDateTime time(Artist artist, Draw draw) {
        int day = draw.below(DAYS);
        LocalDateTime date = FIRST_DAY.plusDays(day);
        // People sleep in at weekends.
        int shift = date.getDayOfWeek().getValue() >= 6 ? 2 : 0;
        int minutes = (int) ((artist.genre().hour() + shift + 2.5 * draw.normal()) * 60);
        return date.plusMinutes(Math.floorMod(minutes, 24 * 60)).plusSeconds(draw.below(60));
    }
}
