package segue.engine.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import segue.core.run.SegueException;
import segue.engine.filter.MusicFilter;
import segue.engine.names.Finder;
import segue.library.Kind;
import segue.library.Library;

/// Asks the categories: what is alike by features, and what belongs to one of them. Tracks that
/// came after the training are projected on its components.
public final class CategorySearch {

    private final Library library;
    private final FeatureSet set;
    private final CategoryModel model;
    private final List<float[]> places;

    /// @throws SegueException.NotFound if none were trained
    public CategorySearch(Library library) {
        this.library = library;
        this.model = CategoryTrainer.load(library);
        this.set = FeatureSet.of(library, FeaturesRequest.DEFAULTS);
        this.places =
                IntStream.range(0, set.size()).mapToObj(row -> model.place(set, row)).toList();
    }

    /// Track id → the name of the category that it has most of.
    public Map<String, String> dominants() {
        Map<String, String> dominants = new HashMap<>();
        for (int row = 0; row < set.size(); row++) {
            if (places.get(row).length > 0) {
                dominants.put(
                        set.track(row).id(),
                        model.names().get(CategoryModel.dominant(places.get(row))));
            }
        }
        return dominants;
    }

    /// The categories, with how many tracks of the training each dominates.
    public List<Categories.Category> categories() {
        return model.categories();
    }

    /// Tracks like one, by the dot product of their places. Of each song one version is shown.
    ///
    /// @throws SegueException.NotFound if there is no such track, or its features are not known
    public FeatureMatches similar(String name, int n, MusicFilter filter) {
        if (n < 1) {
            throw new IllegalArgumentException("-n must be at least 1, is " + n);
        }
        Finder finder = new Finder(library);
        String id = finder.find(Kind.TRACK, name).id();
        int seed =
                IntStream.range(0, set.size())
                        .filter(row -> set.track(row).id().equals(id))
                        .findFirst()
                        .orElse(-1);
        if (seed < 0 || places.get(seed).length == 0) {
            throw new SegueException.NotFound(
                    "The features of '%s' are not known, or not all that the categories look at."
                            .formatted(name));
        }
        if (!model.knows(set, seed)) {
            finder.note(
                    "It came after the training; it was projected on the categories there are.");
        }
        float[] place = places.get(seed);
        List<FeatureMatches.Match> items =
                list(
                        n,
                        filter.gate(Optional.of(set.traits(seed))),
                        new HashSet<>(Set.of(song(seed))),
                        row -> CategoryModel.dot(place, places.get(row)));
        return new FeatureMatches(
                set.track(seed).label(),
                model.names().get(CategoryModel.dominant(place)),
                items,
                finder.notes());
    }

    /// The tracks that a category dominates most.
    ///
    /// @param category its name, or its number from 1
    /// @throws SegueException.NotFound if there is no such category
    public FeatureMatches songs(String category, int n) {
        int k = model.names().indexOf(category.strip());
        if (category.matches("\\d{1,3}")) {
            k = Integer.parseInt(category) - 1;
        }
        if (k < 0 || k >= model.names().size()) {
            throw new SegueException.NotFound(
                    "There is no category '%s'. There are: %s"
                            .formatted(category, String.join("; ", model.names())));
        }
        int component = k;
        return new FeatureMatches(
                model.names().get(k),
                model.names().get(k),
                list(
                        n,
                        MusicFilter.NONE.gate(Optional.empty()),
                        new HashSet<>(),
                        row ->
                                CategoryModel.dominant(places.get(row)) == component
                                        ? places.get(row)[component]
                                        : Double.NaN),
                List.of());
    }

    /// How much of a list a track may have; NaN: not in it.
    private interface Score {
        double of(int row);
    }

    private List<FeatureMatches.Match> list(
            int n, MusicFilter.Gate gate, Set<String> songs, Score score) {
        record Scored(int row, double score) {}
        List<Scored> order = new ArrayList<>();
        for (int row = 0; row < set.size(); row++) {
            double value = places.get(row).length == 0 ? Double.NaN : score.of(row);
            if (!Double.isNaN(value)) {
                order.add(new Scored(row, value));
            }
        }
        // Ties by id, which is the order of the rows.
        order.sort(Comparator.comparingDouble(Scored::score).reversed());
        List<FeatureMatches.Match> items = new ArrayList<>();
        for (Scored scored : order) {
            if (items.size() == n) {
                break;
            }
            if (!songs.contains(song(scored.row())) && gate.takes(set.traits(scored.row()))) {
                songs.add(song(scored.row()));
                items.add(
                        new FeatureMatches.Match(
                                items.size() + 1,
                                set.track(scored.row()).id(),
                                set.track(scored.row()).label(),
                                scored.score(),
                                model.names().get(CategoryModel.dominant(places.get(scored.row()))),
                                set.track(scored.row()).genres(),
                                set.track(scored.row()).year()));
            }
        }
        return items;
    }

    private String song(int row) {
        return set.track(row).label().toLowerCase(Locale.ROOT);
    }
}
