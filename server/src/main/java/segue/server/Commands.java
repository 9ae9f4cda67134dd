package segue.server;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// Runs commands of the command line within the server, which has the library open.
@FunctionalInterface
public interface Commands {

    /// Runs one to its end.
    ///
    /// @param out takes what it prints
    /// @param err takes what it prints of progress, notes and errors
    /// @param stops hands over what asks it to stop
    /// @return its exit code
    int run(Command command, Consumer<String> out, Consumer<String> err, Consumer<Runnable> stops);

    /// A command.
    ///
    /// @param args what was typed after `segue`
    /// @param cwd where it was typed
    record Command(List<String> args, Path cwd, Screen terminal) {
        public Command {
            args = List.copyOf(args);
        }
    }

    /// The terminal where it was typed.
    ///
    /// @param command how the program is called there
    record Screen(int width, boolean liveOut, boolean liveErr, boolean color, String command) {}
}
