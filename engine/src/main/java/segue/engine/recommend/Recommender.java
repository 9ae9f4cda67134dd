package segue.engine.recommend;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.core.model.Ranking;
import segue.core.run.SegueException;
import segue.engine.names.Finder;
import segue.library.Entry;
import segue.library.Kind;
import segue.library.Library;

/// Asks one model what is alike. Lists for people are made by the [Desk]. Thread-safe.
public final class Recommender {

    private final Library library;
    private final OpenModel model;

    public Recommender(Library library, OpenModel model) {
        this.library = library;
        this.model = model;
    }

    /// What is most like an artist (or a track).
    public Recommendation similar(String name, int n) {
        Finder finder = new Finder(library);
        Entry entry = item(finder, name);
        int row = model.trained().items().row(entry.id()).orElseThrow();
        Ranking ranking = model.trained().model().similar(row, n);
        return new Recommendation(model.name(), entry.label(), items(ranking), finder.notes());
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

    private List<RankedItem> items(Ranking ranking) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < ranking.size(); i++) {
            ids.add(id(ranking.item(i)));
        }
        Map<String, Entry> entries = library.entries(model.item(), ids);
        List<RankedItem> items = new ArrayList<>();
        for (int i = 0; i < ranking.size(); i++) {
            String id = id(ranking.item(i));
            Entry entry = entries.get(id);
            items.add(
                    new RankedItem(
                            i + 1,
                            id,
                            model.item().word(),
                            entry == null ? id : entry.name(),
                            entry == null ? "" : entry.detail(),
                            ranking.relative(i),
                            ranking.score(i),
                            List.of(),
                            RankedItem.Sound.UNKNOWN,
                            false));
        }
        return items;
    }

    private String id(int item) {
        return model.trained().items().id(item);
    }
}
