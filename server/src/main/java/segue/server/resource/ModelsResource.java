package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.train.AlgorithmInfo;
import segue.engine.train.ModelInfo;
import segue.server.http.Answers;
import segue.server.http.Answers.Whole;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Models: which there are, and which one answers.
public final class ModelsResource implements Resource {

    private final Segue segue;

    public ModelsResource(Segue segue) {
        this.segue = segue;
    }

    record Model(
            String name,
            String algorithm,
            Map<String, String> settings,
            String weighting,
            String of,
            String on,
            long users,
            long items,
            long cells,
            long seed,
            Map<String, Double> metrics,
            long revision,
            String version,
            Instant created,
            long bytes,
            Optional<String> problem,
            boolean active,
            boolean stale) {}

    @Override
    public void routes(RouteTable table) {
        table.get("/models", ctx -> Answers.hashed(ctx, new Whole<>(models())));
        table.post("/models/rollback", ctx -> Answers.json(ctx, shown(segue.rollback())));
        table.get("/models/{name}", ctx -> Answers.hashed(ctx, model(Asked.path(ctx, "name"))));
        table.delete("/models/{name}", this::delete);
        table.post(
                "/models/{name}/activate",
                ctx -> Answers.json(ctx, shown(segue.activate(Asked.path(ctx, "name")))));
        table.get("/algorithms", ctx -> Answers.hashed(ctx, new Whole<>(AlgorithmInfo.all())));
    }

    private List<Model> models() {
        Optional<String> active = segue.activeModel().map(ModelInfo::name);
        long revision = segue.revision();
        return segue.models().stream().map(model -> shown(model, active, revision)).toList();
    }

    private Model model(String name) {
        return models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new SegueException.NotFound(
                                        "There is no model '%s'; see the list of models."
                                                .formatted(name)));
    }

    private Model shown(ModelInfo model) {
        return shown(model, segue.activeModel().map(ModelInfo::name), segue.revision());
    }

    private static Model shown(ModelInfo model, Optional<String> active, long revision) {
        return new Model(
                model.name(),
                model.algorithm(),
                model.settings(),
                model.weighting(),
                model.of(),
                model.on(),
                model.users(),
                model.items(),
                model.cells(),
                model.seed(),
                model.metrics(),
                model.revision(),
                model.version(),
                model.created(),
                model.bytes(),
                Optional.of(model.problem()).filter(problem -> !problem.isEmpty()),
                active.filter(model.name()::equals).isPresent(),
                model.problem().isEmpty() && model.revision() < revision);
    }

    private void delete(Context ctx) {
        segue.deleteModel(Asked.path(ctx, "name"));
        ctx.status(HttpStatus.NO_CONTENT);
    }
}
