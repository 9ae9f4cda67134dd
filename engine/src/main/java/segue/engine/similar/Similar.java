package segue.engine.similar;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;
import segue.engine.filter.MusicFilter;
import segue.engine.names.Finder;
import segue.engine.recommend.OpenModel;
import segue.engine.recommend.RankedItem;
import segue.engine.recommend.Recommendation;
import segue.engine.recommend.Recommender;
import segue.engine.sound.Alike;
import segue.engine.sound.AlikeList;
import segue.engine.sound.SoundSearch;
import segue.library.Entry;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;

/// Answers what is like a name in the best way there is: by plays where enough people have it, else
/// by sound; a file that nobody has heard yet is heard now, and not kept.
public final class Similar {

    /// People, or playlists, that make neighbours by plays worth more than those by sound.
    private static final int ENOUGH = 5;

    /// How far down the two lists are looked at when they are blended.
    private static final int DEEP = 500;

    private final Library library;
    private final @Nullable OpenModel model;

    /// @param model the one to ask for plays; empty where there is none
    public Similar(Library library, Optional<OpenModel> model) {
        this.library = library;
        this.model = model.orElse(null);
    }

    /// @param name an artist or a track as people type it, or the path of a file
    /// @param sound how much sound counts, 0..1; empty: plays if they are known well, else sound
    /// @param filter what may be shown; only with sound
    /// @throws SegueException.NotFound if it is known by neither
    public SimilarAnswer find(String name, int n, OptionalDouble sound, MusicFilter filter) {
        if (sound.isPresent() && !(sound.getAsDouble() >= 0 && sound.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("--sound must be 0..1, is " + sound.getAsDouble());
        }
        Optional<Path> file = file(name);
        if (file.isPresent()) {
            return ofFile(name, file.get(), n, filter);
        }
        double share = sound.orElse(-1);
        if (share == 1) {
            return new SimilarAnswer.BySound("By sound.", sounds().similar(name, n, filter));
        }
        boolean filtered = !filter.equals(MusicFilter.NONE);
        Optional<Played> played = played(name);
        if (share > 0) {
            return both(name, played, n, share, filter);
        }
        if (played.isPresent() && !filtered) {
            Played it = played.get();
            if (share == 0 || it.people() >= ENOUGH || !isHeard(name)) {
                return new SimilarAnswer.ByPlays(
                        "By plays: %d %s have it.".formatted(it.people(), it.rows()),
                        it.recommender().similar(name, n));
            }
        }
        String why =
                played.map(it -> "only %d %s have it".formatted(it.people(), it.rows()))
                        .orElse(
                                model == null
                                        ? "no model was trained"
                                        : "the model '%s' does not know it"
                                                .formatted(model.name()));
        if (filtered && played.isPresent()) {
            why = "filters are of sound";
        }
        if (share == 0) {
            throw new SegueException.NotFound(
                    "Nothing is known of '%s' by plays: %s.".formatted(name, why));
        }
        return new SimilarAnswer.BySound(
                "By sound: %s.".formatted(why), sounds().similar(name, n, filter));
    }

    private SoundSearch sounds() {
        return new SoundSearch(library);
    }

    private SimilarAnswer ofFile(String name, Path file, int n, MusicFilter filter) {
        SoundSearch sounds = sounds();
        return sounds.hasHeard(file)
                ? new SimilarAnswer.BySound("By sound.", sounds.similar(name, n, filter))
                : new SimilarAnswer.BySound(
                        "By sound: heard just now, and not kept.",
                        sounds.hearing(file).similar(name, n, filter));
    }

    /// What plays say of it.
    ///
    /// @param people how many have it
    private record Played(Recommender recommender, Entry entry, int people, String rows) {}

    /// Empty where the model knows nothing of that name.
    private Optional<Played> played(String name) {
        if (model == null) {
            return Optional.empty();
        }
        Kind kind = model.about().selection().items() == Items.TRACKS ? Kind.TRACK : Kind.ARTIST;
        Entry entry;
        try {
            entry = new Finder(library).find(kind, name);
        } catch (SegueException.NotFound e) {
            if (isHeard(name)) {
                return Optional.empty();
            }
            throw e;
        }
        if (model.trained().items().row(entry.id()).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Played(
                        new Recommender(library, model),
                        entry,
                        library.audience(model.about().selection(), entry.id()),
                        model.about().of()));
    }

    private boolean isHeard(String name) {
        try {
            new Finder(library).findHeard(name);
            return true;
        } catch (SegueException.NotFound _) {
            return false;
        }
    }

    private SimilarAnswer both(
            String name, Optional<Played> played, int n, double share, MusicFilter filter) {
        if (played.isEmpty() || model == null) {
            return new SimilarAnswer.BySound(
                    "By sound: nothing is known of it by plays.",
                    sounds().similar(name, n, filter));
        }
        if (model.about().selection().items() != Items.TRACKS) {
            throw new IllegalArgumentException(
                    "--sound between 0 and 1 needs a model of tracks, '%s' is of artists; train one with: segue train als --on tracks"
                            .formatted(model.name()));
        }
        AlikeList alike = sounds().similar(name, DEEP, filter);
        Recommendation liked = played.get().recommender().similar(name, DEEP);
        Map<String, Double> scores = new HashMap<>();
        alike.items()
                .forEach(item -> scores.merge(item.id(), share * rank(item.rank()), Double::sum));
        liked.items()
                .forEach(
                        item ->
                                scores.merge(
                                        item.id(), (1 - share) * rank(item.rank()), Double::sum));
        Map<String, Alike> heard =
                alike.items().stream().collect(Collectors.toMap(Alike::id, a -> a, (a, _) -> a));
        Map<String, RankedItem> ranked =
                liked.items().stream().collect(Collectors.toMap(RankedItem::id, a -> a));
        // Filters are of sound: what was not heard passes only where there are none.
        Set<String> admitted = new HashSet<>(scores.keySet());
        if (!filter.equals(MusicFilter.NONE)) {
            admitted.retainAll(heard.keySet());
        }
        List<String> best =
                admitted.stream()
                        .sorted(
                                Comparator.comparingDouble(
                                                (String id) -> -scores.getOrDefault(id, 0.0))
                                        .thenComparing(id -> id))
                        .limit(n)
                        .toList();
        List<Alike> items = new ArrayList<>();
        for (String id : best) {
            items.add(
                    item(
                            items.size() + 1,
                            1 - scores.getOrDefault(id, 0.0),
                            heard.get(id),
                            ranked.get(id)));
        }
        return new SimilarAnswer.ByBoth(
                "By plays and sound: %d %s have it; sound counts %.0f %%."
                        .formatted(played.get().people(), played.get().rows(), 100 * share),
                new AlikeList(alike.subject(), alike.sound(), items, liked.notes()));
    }

    /// 1 for the first place, .5 for the tenth, towards 0.
    private static double rank(int rank) {
        return 10.0 / (9 + rank);
    }

    private static Alike item(
            int rank, double distance, @Nullable Alike heard, @Nullable RankedItem ranked) {
        List<String> because = new ArrayList<>();
        if (ranked != null) {
            because.add("played by the same people");
        }
        if (heard == null) {
            if (ranked == null) {
                throw new IllegalStateException("neither heard nor played");
            }
            return new Alike(rank, ranked.id(), ranked.label(), distance, because, 0, "", 0, 0, "");
        }
        because.addAll(heard.because());
        return new Alike(
                rank,
                heard.id(),
                heard.name(),
                distance,
                because,
                heard.bpm(),
                heard.camelot(),
                heard.energy(),
                heard.durationSeconds(),
                heard.path());
    }

    private static Optional<Path> file(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Files::isRegularFile);
        } catch (InvalidPathException _) {
            return Optional.empty();
        }
    }
}
