package segue.engine.train;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.core.data.DatedInteractions;
import segue.core.data.Features;
import segue.core.data.Interactions;
import segue.core.data.Weights;
import segue.core.math.SparseMatrix;
import segue.core.model.Manifest;
import segue.core.model.Model;
import segue.core.model.ModelFile;
import segue.core.model.TrainedModel;
import segue.core.run.Run;
import segue.core.train.Algorithm;
import segue.core.train.Content;
import segue.core.train.TrainingData;
import segue.engine.content.Known;
import segue.library.Library;

/// Trains a model on a library and puts it on the shelf.
public final class Trainer {

    private final Library library;

    public Trainer(Library library) {
        this.library = library;
    }

    /// Trains, and saves the model once it is whole; an older one of the same name is replaced.
    public Trained train(TrainRequest request, Run run) {
        long started = System.nanoTime();
        long revision = library.revision();
        Known known = new Known(library, request.selection());
        DatedInteractions dated = read(request, run);
        if (request.build() instanceof Content) {
            dated = known.withCold(dated);
        }
        Interactions counts = dated.interactions();
        long read = System.nanoTime();
        TrainedModel model =
                fit(
                        request,
                        known.hearing(request.build(), counts.items()),
                        counts,
                        known.features(dated, List.of(request.build()), run),
                        revision,
                        run);
        long trained = System.nanoTime();
        run.check();
        ModelShelf shelf = new ModelShelf(library.models());
        boolean replaced = shelf.file(model.manifest().name()).toFile().exists();
        ModelFile.write(shelf.file(model.manifest().name()), model);
        return new Trained(
                model.manifest().name(),
                request.algorithm(),
                request.allSettings(),
                request.effectiveWeighting().spelled(),
                run.seed(),
                counts.users().size(),
                counts.items().size(),
                counts.matrix().entries(),
                model.manifest().metrics(),
                (read - started) / 1e9,
                (trained - read) / 1e9,
                replaced,
                shelf.file(model.manifest().name()).toString());
    }

    /// Times are read only for who learns from them.
    private DatedInteractions read(TrainRequest request, Run run) {
        return request.build().dated()
                ? library.datedInteractions(request.selection(), run)
                : DatedInteractions.undated(library.interactions(request.selection(), run));
    }

    static TrainedModel fit(
            TrainRequest request, Interactions counts, Features features, long revision, Run run) {
        return fit(request, request.build(), counts, features, revision, run);
    }

    private static TrainedModel fit(
            TrainRequest request,
            Algorithm algorithm,
            Interactions counts,
            Features features,
            long revision,
            Run run) {
        Weights weights = request.effectiveWeighting().fit(counts.matrix());
        SparseMatrix weighed = weights.apply(counts.matrix());
        Model model = algorithm.fit(new TrainingData(weighed, features), run);
        SortedMap<String, String> settings = new TreeMap<>();
        request.allSettings().forEach((key, value) -> settings.put(key, value.toString()));
        Manifest manifest =
                new Manifest(
                        request.effectiveName(),
                        request.algorithm(),
                        settings,
                        run.seed(),
                        Fingerprint.of(counts),
                        About.of(
                                        request.selection(),
                                        request.effectiveWeighting(),
                                        revision,
                                        counts)
                                .texts(),
                        run.metrics(),
                        Version.TEXT);
        return new TrainedModel(
                model, counts.users(), counts.items(), weights, mean(weighed), manifest);
    }

    private static float mean(SparseMatrix weights) {
        double sum = 0;
        for (float weight : weights.valueArray()) {
            sum += weight;
        }
        return (float) (sum / Math.max(1, weights.entries()));
    }
}
