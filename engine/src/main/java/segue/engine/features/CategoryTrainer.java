package segue.engine.features;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.core.data.Ids;
import segue.core.data.Weighting;
import segue.core.math.SparseMatrix;
import segue.core.model.FactorModel;
import segue.core.model.Manifest;
import segue.core.model.ModelFile;
import segue.core.model.TrainedModel;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.core.train.Settings;
import segue.engine.Json;
import segue.engine.train.ModelShelf;
import segue.engine.train.Version;
import segue.library.Feature;
import segue.library.Library;

/// Learns categories from the features of a library and keeps them there.
public final class CategoryTrainer {

    private final Library library;

    public CategoryTrainer(Library library) {
        this.library = library;
    }

    /// Where categories are kept: beside the models, since nobody's taste is in them.
    static ModelShelf shelf(Library library) {
        return new ModelShelf(library.folder().resolve("categories"));
    }

    /// The categories of a library.
    ///
    /// @throws SegueException.NotFound if none were trained
    static CategoryModel load(Library library) {
        ModelShelf shelf = shelf(library);
        if (!Files.exists(shelf.file(ContentNmf.NAME))) {
            throw new SegueException.NotFound(
                    "There are no categories yet. Train them with: segue train content-nmf");
        }
        return new CategoryModel(shelf.load(ContentNmf.NAME));
    }

    /// When the categories of a library were trained, if they were.
    public static Optional<Instant> trained(Library library) {
        return shelf(library).created(ContentNmf.NAME);
    }

    /// The settings with some changed, as texts.
    ///
    /// @throws IllegalArgumentException for an unknown name or a refused value
    public static ContentNmf settings(Map<String, String> changes) {
        return (ContentNmf) Settings.with(ContentNmf.DEFAULTS, changes);
    }

    /// Trains, and saves the model once it is whole; an older one is replaced.
    ///
    /// @throws SegueException.NotFound if no track has features
    public Categories train(ContentNmf settings, FeaturesRequest request, Run run) {
        long started = System.nanoTime();
        FeatureSet set = FeatureSet.of(library, request);
        Scaled scaled = Scaled.of(set, settings.features());
        if (settings.rank() > scaled.columns().size()) {
            throw new IllegalArgumentException(
                    "rank must be at most %d, the number of columns; is %d"
                            .formatted(scaled.columns().size(), settings.rank()));
        }
        SparseMatrix x = scaled.sparse(1);
        FactorModel model = Factors.fit(x, settings, run);
        Elbow elbow = Elbow.of(scaled, settings, run);
        double norm = 0;
        for (float value : x.valueArray()) {
            norm += (double) value * value;
        }
        double error = Factors.error(x, model) / Math.sqrt(norm);
        SortedMap<String, String> texts = new TreeMap<>();
        Settings.of(settings).forEach((key, value) -> texts.put(key, value.toString()));
        SortedMap<String, String> about = new TreeMap<>();
        about.put("of", "tracks");
        about.put("on", "features");
        about.put(CategoryModel.LEFT_OUT, Integer.toString(set.size() - scaled.rows().size()));
        about.put(CategoryModel.ELBOW, Json.line(elbow));
        about.put(CategoryModel.LOW, CategoryModel.words(scaled.bounds(), 0));
        about.put(CategoryModel.HIGH, CategoryModel.words(scaled.bounds(), 1));
        TrainedModel trained =
                new TrainedModel(
                        model,
                        Ids.of(scaled.rows().stream().map(row -> set.track(row).id()).toList()),
                        Ids.of(scaled.columns().stream().map(Feature::column).toList()),
                        Weighting.parse("raw").fit(x),
                        1,
                        new Manifest(
                                ContentNmf.NAME,
                                ContentNmf.NAME,
                                texts,
                                run.seed(),
                                "",
                                about,
                                new TreeMap<>(Map.of("error", error)),
                                Version.TEXT));
        run.check();
        Path file = shelf(library).file(ContentNmf.NAME);
        ModelFile.write(file, trained);
        return new Categories(
                ContentNmf.NAME,
                Settings.of(settings),
                scaled.rows().size(),
                set.size() - scaled.rows().size(),
                trained.items().all(),
                error,
                elbow,
                new CategoryModel(trained).categories(),
                (System.nanoTime() - started) / 1e9,
                file.toString());
    }
}
