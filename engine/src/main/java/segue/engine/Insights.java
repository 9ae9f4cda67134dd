package segue.engine;

import java.time.Instant;
import java.util.Optional;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.features.Categories;
import segue.engine.features.CategorySearch;
import segue.engine.features.CategoryTrainer;
import segue.engine.features.ContentNmf;
import segue.engine.features.FeatureFigures;
import segue.engine.features.FeaturesPage;
import segue.engine.features.FeaturesRequest;
import segue.engine.features.KnownCategories;
import segue.library.Library;

/// What the features of tracks say: figures, a page, and the categories learned from them.
/// Thread-safe.
public final class Insights {

    private final Library library;

    Insights(Library library) {
        this.library = library;
    }

    /// What the features of tracks say together.
    ///
    /// @throws SegueException.NotFound if no track has features, or is of the genres
    public FeatureFigures figures(FeaturesRequest request) {
        return FeatureFigures.of(library, request);
    }

    /// The same as one web page that needs nothing else.
    public String page(FeaturesRequest request, Run run) {
        return FeaturesPage.of(library, request, run);
    }

    /// Learns categories from features and saves them in the library.
    public Categories trainCategories(ContentNmf settings, FeaturesRequest request, Run run) {
        return new CategoryTrainer(library).train(settings, request, run);
    }

    /// The categories to ask.
    ///
    /// @throws SegueException.NotFound if none were trained
    public CategorySearch categories() {
        return new CategorySearch(library);
    }

    /// When the categories were trained, if they were.
    public Optional<Instant> categoriesTrained() {
        return CategoryTrainer.trained(library);
    }

    /// A text that changes when features or categories do.
    public String stamp() {
        return library.stamp() + "-" + categoriesTrained().map(Instant::toEpochMilli).orElse(0L);
    }

    /// The categories as they were trained.
    ///
    /// @throws SegueException.NotFound if none were
    public KnownCategories knownCategories() {
        return KnownCategories.of(library);
    }
}
