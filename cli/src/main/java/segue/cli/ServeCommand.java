package segue.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import segue.server.ServerOptions;

/// `segue serve`
@Command(
        name = "serve",
        description = {
            "Open the library as a page in the browser and as a REST API, until Ctrl-C. Other commands",
            "work beside it. Answers only this machine, unless --host says otherwise; then a token is",
            "needed (segue token)."
        },
        footer = {
            "",
            "Example:  segue serve --open",
            "          segue token && segue serve --host 0.0.0.0"
        })
final class ServeCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    @Option(names = "--port", paramLabel = "N", description = "Default: 8787; 0: any.")
    private int port = ServerOptions.DEFAULTS.port();

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "The address to bind to. Default: 127.0.0.1, this machine only.")
    private String host = ServerOptions.DEFAULTS.host();

    @Option(
            names = "--import-folder",
            paramLabel = "DIR",
            description =
                    "A folder from which the page may import; may be given several times. Default: your home folder.")
    private @Nullable List<Path> importFolders;

    @Option(names = "--open", description = "Open the page in the browser.")
    private boolean open;

    ServeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        ServerOptions options = ServerOptions.DEFAULTS.withHost(host).withPort(port);
        if (importFolders != null) {
            options = options.withImportFolders(importFolders);
        }
        Serving.of(common.library(terminal), options, open, terminal);
        return ExitCodes.OK;
    }
}
