package segue.library;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;

/// Where a user's library is on each system.
final class DefaultFolder {

    private DefaultFolder() {}

    static Path of(Map<String, String> environment, Properties system) {
        String told = environment.getOrDefault("SEGUE_LIBRARY", "");
        if (!told.isBlank()) {
            return Path.of(told);
        }
        Path home = Path.of(system.getProperty("user.home", "."));
        String os = system.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.startsWith("mac")) {
            return home.resolve("Library/Application Support/Segue");
        }
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local))
                    .resolve("Segue");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification says to ignore relative paths.
        return data.startsWith("/")
                ? Path.of(data).resolve("segue")
                : home.resolve(".local/share/segue");
    }
}
