package segue.engine.features;

import java.util.List;
import segue.core.run.SegueException;
import segue.engine.Json;
import segue.library.Feature;
import segue.library.Library;

/// The categories that a library keeps, as they were trained.
///
/// @param name of the model
/// @param tracks how many it was trained on
/// @param leftOut tracks that lacked one of the columns
/// @param columns the features it looks at
/// @param error ‖X − WHᵀ‖ divided by ‖X‖
/// @param elbow errors of other numbers of components; no points in categories that are older than
///   that they are kept
/// @param categories in the order of the components
public record KnownCategories(
        String name,
        int tracks,
        int leftOut,
        List<String> columns,
        double error,
        Elbow elbow,
        List<Categories.Category> categories) {

    public KnownCategories {
        columns = List.copyOf(columns);
        categories = List.copyOf(categories);
    }

    /// @throws SegueException.NotFound if none were trained
    public static KnownCategories of(Library library) {
        CategoryModel model = CategoryTrainer.load(library);
        return new KnownCategories(
                model.name(),
                model.size(),
                model.said(CategoryModel.LEFT_OUT)
                        .map(Integer::parseInt)
                        .orElseGet(() -> leftOut(library, model)),
                model.columns().stream().map(Feature::column).toList(),
                model.error(),
                model.said(CategoryModel.ELBOW)
                        .map(text -> Json.read(text, Elbow.class))
                        .orElse(new Elbow(List.of(), 0)),
                model.categories());
    }

    private static int leftOut(Library library, CategoryModel model) {
        return Math.max(0, FeatureSet.of(library, FeaturesRequest.DEFAULTS).size() - model.size());
    }
}
