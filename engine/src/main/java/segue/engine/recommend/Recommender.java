package segue.engine.recommend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import segue.core.math.SparseVector;
import segue.core.model.Ranking;
import segue.core.model.Reason;
import segue.core.model.Taste;
import segue.core.model.Want;
import segue.core.run.SegueException;
import segue.engine.names.Finder;
import segue.library.Entry;
import segue.library.Kind;
import segue.library.Library;

/// Asks one model about the people and the music of a library. Thread-safe.
public final class Recommender {

    private static final int REASONS = 3;

    private final Library library;
    private final OpenModel model;

    public Recommender(Library library, OpenModel model) {
        this.library = library;
        this.model = model;
    }

    /// What a listener (or a playlist, if the model is of playlists) should hear next. What they
    /// know is what the library says now. Someone the model was trained on is ranked by the vector
    /// it learned, unless the library has grown since; everybody else is folded in.
    ///
    /// @param known whether items they have already may appear
    public Recommendation forListener(String listener, int n, boolean known) {
        Finder finder = new Finder(library);
        Entry who = finder.find(model.subject(), listener);
        Map<String, Double> plays = library.history(model.about().selection(), who.id());
        SparseVector history = model.weigh(plays);
        OptionalInt row = model.trained().users().row(who.id());
        Opinions said = Opinions.of(library, model);
        boolean stored = row.isPresent() && !model.stale() && !said.has(who.id());
        if (!stored && history.size() == 0) {
            throw new SegueException.NotFound(
                    "The model '%s' knows none of what %s '%s' has; train again with: segue train %s"
                            .formatted(
                                    model.name(),
                                    model.subject().word(),
                                    who.id(),
                                    model.trained().manifest().algorithm()));
        }
        if (!stored && said.has(who.id()) && !model.stale() && row.isPresent()) {
            finder.note("%s's feedback counts since it was given.".formatted(who.name()));
        } else if (!stored) {
            finder.note(
                    row.isPresent()
                            ? "The library has grown since '%s' was trained: this list follows what %s has now."
                                    .formatted(model.name(), who.name())
                            : "The model '%s' was trained without %s: folded in from %d known %ss."
                                    .formatted(
                                            model.name(),
                                            who.name(),
                                            history.size(),
                                            model.item().word()));
        }
        Taste taste = stored ? Taste.ofUser(row.getAsInt(), history) : Taste.ofHistory(history);
        Want want = Want.top(n).withKnown(known).withBanned(said.banned(who.id()));
        return recommend(who.name(), taste, want, "played", finder);
    }

    /// What someone should hear who likes these artists (or tracks, if the model ranks tracks).
    /// Each counts as much as a typical item of a listener.
    ///
    /// @param known whether the liked items themselves may appear
    public Recommendation forLiked(List<String> names, int n, boolean known) {
        Finder finder = new Finder(library);
        Map<String, Double> liked = new LinkedHashMap<>();
        List<String> understood = new ArrayList<>();
        for (String name : names) {
            Entry entry = item(finder, name);
            understood.add(entry.label());
            liked.put(entry.id(), (double) model.trained().typicalWeight());
        }
        Taste taste = Taste.ofHistory(model.known(liked));
        return recommend(
                String.join(", ", understood),
                taste,
                Want.top(n).withKnown(known),
                "liked",
                finder);
    }

    /// What is most like an artist (or a track).
    public Recommendation similar(String name, int n) {
        Finder finder = new Finder(library);
        Entry entry = item(finder, name);
        int row = model.trained().items().row(entry.id()).orElseThrow();
        Ranking ranking = model.trained().model().similar(row, n);
        return new Recommendation(
                model.name(),
                entry.label(),
                items(ranking, _ -> List.of(), "similar"),
                finder.notes());
    }

    private Entry item(Finder finder, String name) {
        Kind kind = model.item();
        Entry entry = finder.find(kind, name);
        if (model.trained().items().row(entry.id()).isEmpty()) {
            throw new SegueException.NotFound(
                    "The library has the %s '%s', but the model '%s' does not; train again with: segue train %s"
                            .formatted(
                                    kind.word(),
                                    entry.label(),
                                    model.name(),
                                    model.trained().manifest().algorithm()));
        }
        return entry;
    }

    private Recommendation recommend(
            String subject, Taste taste, Want want, String kind, Finder finder) {
        Ranking ranking = model.trained().model().recommend(taste, want);
        List<RankedItem> items =
                items(ranking, item -> model.trained().model().explain(taste, item, REASONS), kind);
        return new Recommendation(model.name(), subject, items, finder.notes());
    }

    /// Why an item has its score.
    private interface Explanation {
        List<Reason> of(int item);
    }

    private List<RankedItem> items(Ranking ranking, Explanation explanation, String kind) {
        List<List<Reason>> reasons = new ArrayList<>();
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < ranking.size(); i++) {
            List<Reason> why = explanation.of(ranking.item(i));
            reasons.add(why);
            ids.add(id(ranking.item(i)));
            why.forEach(reason -> ids.add(id(reason.item())));
        }
        Map<String, Entry> entries = library.entries(model.item(), ids);
        List<RankedItem> items = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
            float score = ranking.score(i);
            items.add(
                    new RankedItem(
                            i + 1,
                            id(ranking.item(i)),
                            model.item().word(),
                            name(entries, ranking.item(i)),
                            artist(entries, ranking.item(i)),
                            ranking.relative(i),
                            score,
                            reasons.get(i).stream()
                                    .map(r -> because(entries, r, score, kind))
                                    .toList(),
                            RankedItem.Sound.UNKNOWN,
                            false));
        }
        return items;
    }

    private Because because(Map<String, Entry> entries, Reason reason, float score, String kind) {
        double share = score > 0 ? Math.clamp(reason.weight() / score, 0.0, 1.0) : 0;
        String label = label(entries, reason.item());
        return kind.equals("liked") ? Because.liked(label, share) : Because.played(label, share);
    }

    private String id(int item) {
        return model.trained().items().id(item);
    }

    private String name(Map<String, Entry> entries, int item) {
        Entry entry = entries.get(id(item));
        return entry == null ? id(item) : entry.name();
    }

    private String artist(Map<String, Entry> entries, int item) {
        Entry entry = entries.get(id(item));
        return entry == null ? "" : entry.detail();
    }

    private String label(Map<String, Entry> entries, int item) {
        Entry entry = entries.get(id(item));
        return entry == null ? id(item) : entry.label();
    }
}
