package segue.engine.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import segue.core.model.Ranking;
import segue.core.run.SegueException;
import segue.engine.catalogue.Catalogue;
import segue.engine.filter.MusicFilter;
import segue.engine.filter.Traits;
import segue.engine.sound.SoundMap;
import segue.library.Kind;

/// Finds what is like one item: by plays where enough people have it, by sound, or by both, of
/// which one can be weighed against the other. For one request.
///
/// @param opened a model that ranks the kind, if there is one
record Neighbours(SimilarAsk ask, Stock stock, Optional<Opened> opened) {

    /// People, or playlists, that make neighbours by plays worth more than those by sound.
    private static final int ENOUGH = 5;

    /// How deep lists are blended where nothing is filtered out of them.
    private static final int DEEP = 500;

    /// One that is like the seed; a place of 0: not in that list.
    private record Near(int row, double score, double raw, int playsPlace, int soundPlace) {}

    /// One in a list of one way.
    private record Found(int row, double score, double raw) {}

    /// @throws SegueException.NotFound for an unknown id, or if it is known by no way asked for
    SimilarList list() {
        Catalogue catalogue = stock.catalogue();
        int seed =
                catalogue
                        .row(ask.id())
                        .orElseThrow(
                                () ->
                                        new SegueException.NotFound(
                                                "There is no %s with the id '%s'."
                                                        .formatted(ask.kind().word(), ask.id())));
        OptionalInt column = column(seed);
        boolean heard = stock.sounds().knows(seed);
        double share = share(seed, column, heard);
        List<Found> plays = share < 1 && column.isPresent() ? plays(column.getAsInt()) : List.of();
        List<Found> sounds = share > 0 && heard ? sounds(seed) : List.of();
        List<RankedItem> items = items(seed, near(share, plays, sounds));
        List<String> notes = new ArrayList<>();
        notes.add(words(seed, share));
        if (items.size() < ask.n()) {
            notes.add(
                    "There %s no more than %d %ss to choose from%s."
                            .formatted(
                                    items.size() == 1 ? "is" : "are",
                                    items.size(),
                                    ask.kind().word(),
                                    ask.filter().admitsAll() ? "" : " with these wishes"));
        }
        return new SimilarList(
                new SimilarList.Subject(ask.kind().word(), ask.id(), catalogue.label(seed)),
                share == 0 ? "plays" : share == 1 ? "sound" : "both",
                share < 1 ? opened.map(o -> o.model().name()).orElse("") : "",
                items,
                notes);
    }

    /// The model's item; empty where it does not know the one asked about.
    private OptionalInt column(int seed) {
        int column = opened.map(o -> o.column(seed)).orElse(-1);
        return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /// How much sound counts, after what is known.
    private double share(int seed, OptionalInt column, boolean heard) {
        boolean played = column.isPresent();
        if (ask.by() == SimilarAsk.By.PLAYS && !played) {
            throw new SegueException.NotFound(
                    "'%s' is not known by plays: %s."
                            .formatted(stock.catalogue().label(seed), unplayed()));
        }
        if (ask.by() == SimilarAsk.By.SOUND && !heard) {
            throw new SegueException.NotFound(
                    "The sound of '%s' is not known. Listen to its file with: segue listen FOLDER"
                            .formatted(stock.catalogue().label(seed)));
        }
        if (!played && !heard) {
            throw new SegueException.NotFound(
                    "Nothing is known that '%s' could be compared by: %s, and it was not heard."
                            .formatted(stock.catalogue().label(seed), unplayed()));
        }
        double wish =
                switch (ask.by()) {
                    case PLAYS -> 0;
                    case SOUND -> 1;
                    case AUTO ->
                            ask.sound().orElse(stock.catalogue().listeners(seed) >= ENOUGH ? 0 : 1);
                };
        return !played ? 1 : !heard ? 0 : wish;
    }

    private String unplayed() {
        return opened.map(o -> "the model '%s' does not know it".formatted(o.model().name()))
                .orElse(
                        "there is no model of %ss; train one with: segue train als --on %ss"
                                .formatted(ask.kind().word(), ask.kind().word()));
    }

    private String words(int seed, double share) {
        long listeners = stock.catalogue().listeners(seed);
        String people = "%,d %s it".formatted(listeners, listeners == 1 ? "has" : "have");
        if (share == 0) {
            return "By plays: %s.".formatted(people);
        }
        if (share == 1) {
            boolean wanted = ask.by() == SimilarAsk.By.SOUND || ask.sound().orElse(0) == 1;
            return wanted
                    ? "By sound."
                    : "By sound: %s."
                            .formatted(column(seed).isPresent() ? "only " + people : unplayed());
        }
        return "By plays and sound: %s; sound counts %.0f %%.".formatted(people, 100 * share);
    }

    private List<Found> plays(int column) {
        Opened open = opened.orElseThrow();
        int all = open.model().trained().items().size();
        int depth = ask.filter().admitsAll() ? Math.min(all, DEEP + 2 * ask.n()) : all;
        Ranking ranking = open.model().trained().model().similar(column, depth);
        return IntStream.range(0, ranking.size())
                .filter(i -> open.row(ranking.item(i)) >= 0)
                .mapToObj(
                        i ->
                                new Found(
                                        open.row(ranking.item(i)),
                                        ranking.relative(i),
                                        ranking.score(i)))
                .toList();
    }

    private List<Found> sounds(int seed) {
        SoundMap map = stock.sounds();
        float[] likeness = map.likeness(new int[] {seed}, new float[] {1});
        return IntStream.range(0, likeness.length)
                .filter(row -> row != seed && map.knows(row))
                .mapToObj(row -> new Found(row, likeness[row], likeness[row]))
                .sorted(Comparator.comparingDouble(Found::score).reversed())
                .toList();
    }

    /// One list of two: where both count, each by its places, since their numbers are of different
    /// kinds.
    private List<Near> near(double share, List<Found> plays, List<Found> sounds) {
        Map<Integer, Near> all = new HashMap<>();
        for (int i = 0; i < plays.size(); i++) {
            Found found = plays.get(i);
            double score = share == 0 ? found.score() : (1 - share) * worth(i);
            double raw = share == 0 ? found.raw() : score;
            all.put(found.row(), new Near(found.row(), score, raw, i + 1, 0));
        }
        for (int i = 0; i < sounds.size(); i++) {
            Found found = sounds.get(i);
            double score = share == 1 ? found.score() : share * worth(i);
            all.merge(
                    found.row(),
                    new Near(found.row(), score, score, 0, i + 1),
                    (a, b) ->
                            new Near(
                                    a.row(),
                                    a.score() + b.score(),
                                    a.raw() + b.raw(),
                                    a.playsPlace(),
                                    b.soundPlace()));
        }
        // Likeness that is too small for its number still has its place.
        return all.values().stream()
                .sorted(
                        Comparator.comparingDouble((Near near) -> -near.raw())
                                .thenComparingInt(Near::playsPlace)
                                .thenComparingInt(Near::soundPlace)
                                .thenComparingInt(Near::row))
                .toList();
    }

    /// 1 for the first place, a half for the tenth, towards 0.
    private static double worth(int place) {
        return 10.0 / (10 + place);
    }

    /// Those that pass the filter. Other versions of the same song are not like it, they are it.
    private List<RankedItem> items(int seed, List<Near> near) {
        Catalogue catalogue = stock.catalogue();
        Traits own = catalogue.traits(seed);
        MusicFilter.Gate gate = ask.filter().gate(Optional.of(own));
        List<RankedItem> items = new ArrayList<>();
        for (Near one : near) {
            if (items.size() == ask.n()) {
                break;
            }
            Traits traits = catalogue.traits(one.row());
            boolean same = !own.song().isEmpty() && own.song().equals(traits.song());
            if (one.row() != seed && !same && gate.takes(traits)) {
                items.add(
                        Desk.item(
                                items.size() + 1,
                                one.row(),
                                catalogue,
                                Math.clamp(one.score(), 0, 1),
                                one.raw(),
                                reasons(seed, one)));
            }
        }
        return items;
    }

    private List<Because> reasons(int seed, Near near) {
        List<Because> reasons = new ArrayList<>();
        if (near.playsPlace() > 0) {
            String who =
                    opened.filter(o -> o.model().subject() == Kind.PLAYLIST).isPresent()
                            ? "in the same playlists"
                            : "played by the same people";
            reasons.add(new Because("together", who, "", worth(near.playsPlace() - 1)));
        }
        if (near.soundPlace() > 0) {
            List<String> words = stock.sounds().inCommon(seed, near.row());
            double likeness = stock.sounds().likeness(seed, near.row());
            if (!words.isEmpty() || near.playsPlace() == 0) {
                reasons.add(
                        new Because(
                                "sound",
                                words.isEmpty()
                                        ? "sounds alike"
                                        : "sounds alike: " + String.join(", ", words),
                                "",
                                likeness));
            }
        }
        return reasons;
    }
}
