package segue.engine.demo;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A small simulated world: artists with genres and fame, and listeners who belong to taste groups,
/// each with a few favourites and habits of their own. The same seed gives the same world.
///
/// What listeners like follows sound in part only, so that models which hear can be told from
/// models which don't. Every artist has a genre, a style within it and a drive, from calm to
/// driving ([ArtistSound#drive]), which the composed tracks let one hear. A listener picks artists
/// by genre (their own, a second one, seldom another), by fame, by whim - and by drive: each has
/// one they like best, mostly that of their genre, and an ear, 0..1, that says how much it matters
/// to them; to a third it does not matter at all. How often they play a favourite follows the same
/// liking, besides chance. Genre can be heard by way of style; fame, whim and chance cannot. The
/// time of day matters too: half of the plays come at the genre's hour, the others by drive - fast
/// music in the late afternoon, calm music in the morning, or for night owls at night.
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
    /// @param tracks the hits first; the last is new, nobody has played it yet
    record Artist(String name, Genre genre, double fame, List<String> tracks, ArtistSound sound) {
        Artist {
            tracks = List.copyOf(tracks);
        }
    }

    /// @param genre the taste group
    /// @param second what they like besides
    /// @param niche whether the second genre is as dear to them as the first
    /// @param ear how they like what they hear
    record Listener(
            String name,
            Genre genre,
            Genre second,
            boolean niche,
            Ear ear,
            List<Favourite> favourites,
            int plays) {
        Listener {
            favourites = List.copyOf(favourites);
        }
    }

    /// What a listener likes of sound.
    ///
    /// @param drive 0..1, the one they like best
    /// @param weight 0..1, how much it matters to them
    /// @param owl whether they hear calm music at night, others in the morning
    record Ear(double drive, double weight, boolean owl) {

        /// Within this distance of the best an artist is still liked.
        private static final double WIDTH = .12;

        private static final double MOST = 3;

        /// How much likelier than others they pick an artist for the sound: 1 where it does not
        /// matter, at most 3.
        double liking(Artist artist) {
            double off = (artist.sound().drive() - drive) / WIDTH;
            return 1 - weight + weight * MOST * StrictMath.exp(-off * off / 2);
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
        Draw sounds = new Draw(new SplittableRandom(seed + 2));
        InventedNames names = new InventedNames(draw);
        List<Artist> artists = new ArrayList<>();
        for (Genre genre : Genre.values()) {
            for (int i = 0; i < genre.artists(); i++) {
                ArtistSound sound = ArtistSound.draw(genre.style(i), artists.size(), sounds);
                artists.add(artist(names, genre, i, sound, draw));
            }
        }
        List<Listener> listeners = new ArrayList<>();
        for (int i = 0; i < LISTENERS; i++) {
            listeners.add(listener(names, artists, i, draw, sounds));
        }
        return new World(artists, listeners);
    }

    private static Artist artist(
            InventedNames names, Genre genre, int place, ArtistSound sound, Draw draw) {
        List<String> tracks = new ArrayList<>();
        int count = 5 + draw.below(8);
        while (tracks.size() < count) {
            String track = names.track();
            if (!tracks.contains(track)) {
                tracks.add(track);
            }
        }
        double fame = 1 / StrictMath.pow(place + 2, .8);
        return new Artist(names.artist(), genre, fame, tracks, sound);
    }

    private static Listener listener(
            InventedNames names, List<Artist> artists, int number, Draw draw, Draw sounds) {
        List<Genre> genres = List.of(Genre.values());
        int group = draw.weighted(genres.stream().mapToDouble(Genre::artists).toArray());
        Genre genre = genres.get(group);
        // Each group has a usual neighbour; niche listeners have any other genre.
        boolean niche = number % 10 == 9;
        int step = niche ? 2 + draw.below(genres.size() - 2) : 1;
        Genre second = genres.get((group + step) % genres.size());
        Ear ear = ear(artists.stream().filter(a -> a.genre() == genre).toList(), sounds);
        double[] weights = new double[artists.size()];
        for (int i = 0; i < weights.length; i++) {
            Artist artist = artists.get(i);
            double share = .03;
            if (artist.genre() == genre) {
                share = 1;
            } else if (artist.genre() == second) {
                share = niche ? 1.5 : .3;
            }
            weights[i] = share * artist.fame() * draw.skewed(1, .5) * ear.liking(artist);
        }
        List<Favourite> favourites = new ArrayList<>();
        int count = 12 + draw.below(24);
        for (int i = 0; i < count; i++) {
            int pick = draw.weighted(weights);
            weights[pick] = 0;
            Artist artist = artists.get(pick);
            favourites.add(new Favourite(artist, draw.skewed(1, 1) * ear.liking(artist)));
        }
        int plays = (int) Math.clamp(draw.skewed(110, .6), 20, 1500);
        return new Listener(names.listener(), genre, second, niche, ear, favourites, plays);
    }

    /// @param heard the artists among whom they grew up
    private static Ear ear(List<Artist> heard, Draw draw) {
        double drive = heard.get(draw.below(heard.size())).sound().drive() + .05 * draw.normal();
        boolean deaf = draw.below(3) == 0;
        double weight = draw.uniform(.4, 1);
        return new Ear(drive, deaf ? 0 : weight, draw.chance(.4));
    }

    /// All plays, listener after listener, drawn from the same seed.
    void plays(long seed, Sink sink) {
        Draw draw = new Draw(new SplittableRandom(seed + 1));
        for (Listener listener : listeners) {
            double[] love = listener.favourites().stream().mapToDouble(Favourite::love).toArray();
            for (int i = 0; i < listener.plays(); i++) {
                Artist artist = listener.favourites().get(draw.weighted(love)).artist();
                // The first tracks are the hits, the last is not out yet.
                int track = draw.below(1 + draw.below(artist.tracks().size() - 1));
                sink.play(
                        new Play(
                                listener,
                                artist,
                                artist.tracks().get(track),
                                time(listener, artist, draw)));
            }
        }
    }

    private static LocalDateTime time(Listener listener, Artist artist, Draw draw) {
        int day = draw.below(DAYS);
        LocalDateTime date = FIRST_DAY.plusDays(day);
        // People sleep in at weekends.
        int shift = date.getDayOfWeek().getValue() >= 6 ? 2 : 0;
        double hour = draw.chance(.5) ? artist.genre().hour() : hour(listener, artist);
        int minutes = (int) ((hour + shift + 2.5 * draw.normal()) * 60);
        return date.plusMinutes(Math.floorMod(minutes, 24 * 60)).plusSeconds(draw.below(60));
    }

    /// The calmer, the farther from the late afternoon.
    private static double hour(Listener listener, Artist artist) {
        double calm = 1 - artist.sound().drive();
        return listener.ear().owl() ? 17 + 10 * calm : 17 - 11 * calm;
    }
}
