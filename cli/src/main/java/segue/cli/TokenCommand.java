package segue.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import segue.server.guard.Token;

/// `segue token`
@Command(
        name = "token",
        description = {
            "Make a token, with which other machines may use the server. It is shown this once and",
            "stored as a digest only; an older token stops being valid when the server starts anew."
        },
        footer = {"", "Example:  segue token && segue serve --host 0.0.0.0"})
final class TokenCommand implements Callable<Integer> {

    private final Terminal terminal;
    @Mixin private CommonOptions common = new CommonOptions();

    TokenCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        terminal.out().println(Token.create(common.library(terminal)));
        terminal.err()
                .println(
                        "Keep it: nobody can show it again. Log in with it on the page, or send it as: Authorization: Bearer TOKEN");
        return ExitCodes.OK;
    }
}
