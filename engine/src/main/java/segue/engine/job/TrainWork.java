package segue.engine.job;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import segue.core.data.Weighting;
import segue.core.run.Run;
import segue.engine.Segue;
import segue.engine.features.Categories;
import segue.engine.features.CategoryTrainer;
import segue.engine.features.ContentNmf;
import segue.engine.features.FeaturesRequest;
import segue.engine.train.ModelInfo;
import segue.engine.train.TrainRequest;
import segue.engine.train.Trained;
import segue.library.Items;
import segue.library.Rows;
import segue.library.Selection;

/// Trains a model; or, as `content-nmf`, sorts the music into categories by its sound.
///
/// @param weighting how plays become weights; empty: as the algorithm likes it
/// @param activate whether the model answers from then on
public record TrainWork(
        String algorithm,
        String name,
        Rows of,
        Items on,
        Map<String, Object> settings,
        String weighting,
        double minPlays,
        int minListeners,
        int minItems,
        long seed,
        boolean activate)
        implements Work {

    static final TrainWork DEFAULTS =
            new TrainWork(
                    "als", "", Rows.LISTENERS, Items.ARTISTS, Map.of(), "", 0, 1, 1, 42, true);

    public TrainWork {
        settings = new TreeMap<>(settings);
    }

    TrainWork checked() {
        if (sorts()) {
            CategoryTrainer.settings(texts());
        } else {
            request().build();
        }
        return this;
    }

    /// Whether categories of sound are learned, not what people like.
    private boolean sorts() {
        return algorithm.equals(ContentNmf.NAME);
    }

    private Map<String, String> texts() {
        Map<String, String> texts = new TreeMap<>();
        settings.forEach((setting, value) -> texts.put(setting, String.valueOf(value)));
        return texts;
    }

    private TrainRequest request() {
        return new TrainRequest(
                name,
                algorithm,
                texts(),
                weighting.isEmpty() ? Optional.empty() : Optional.of(Weighting.parse(weighting)),
                new Selection(of, on, minPlays, minListeners, minItems));
    }

    @Override
    public String title() {
        if (sorts()) {
            return "Sort the music into categories";
        }
        return "Train " + (name.isEmpty() ? algorithm : name + " by " + algorithm);
    }

    @Override
    public Object run(Segue segue, Run run, Teller teller) {
        if (sorts()) {
            Categories categories =
                    segue.insights()
                            .trainCategories(
                                    CategoryTrainer.settings(texts()),
                                    FeaturesRequest.DEFAULTS,
                                    run);
            teller.say(
                    "%d categories of %d tracks"
                            .formatted(categories.categories().size(), categories.tracks()));
            return categories;
        }
        Optional<String> before = segue.activeModel().map(ModelInfo::name);
        Trained trained = segue.train(request(), run);
        if (!activate) {
            before.filter(active -> !active.equals(trained.name())).ifPresent(segue::activate);
        }
        teller.say(
                "Model '%s': %d × %d from %d pairs"
                        .formatted(
                                trained.name(), trained.users(), trained.items(), trained.cells()));
        return trained;
    }
}
