package segue.cli;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import segue.engine.Json;
import segue.engine.Segue;
import segue.engine.train.ModelInfo;

/// `segue models`
@Command(
        name = "models",
        description = "List the trained models, the newest first: it is used unless one is named.",
        footer = {"", "Example:  segue models"})
final class ModelsCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    ModelsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        List<ModelInfo> models = Segue.models(common.library(terminal));
        if (common.json()) {
            terminal.out().println(Json.of(models));
        } else {
            show(models, terminal);
        }
        return ExitCodes.OK;
    }

    static void show(List<ModelInfo> models, Terminal terminal) {
        if (models.isEmpty()) {
            terminal.out().println("No model yet. Train one with: segue train als");
            return;
        }
        Table table =
                new Table(
                        "model",
                        "trained",
                        "of",
                        ">users",
                        ">items",
                        "weight",
                        ">size",
                        "settings");
        for (ModelInfo model : models) {
            if (model.problem().isEmpty()) {
                table.row(
                        model.name(),
                        Table.minute(model.created()),
                        model.of() + " × " + model.on(),
                        Table.count(model.users()),
                        Table.count(model.items()),
                        model.weighting(),
                        Table.size(model.bytes()),
                        settings(model));
            } else {
                table.row(
                        model.name(),
                        Table.minute(model.created()),
                        "",
                        "",
                        "",
                        "",
                        Table.size(model.bytes()),
                        model.problem());
            }
        }
        table.print(terminal);
    }

    private static String settings(ModelInfo model) {
        return model.settings().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" ", model.algorithm() + " ", ""))
                .strip();
    }
}
