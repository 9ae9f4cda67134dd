package segue.server;

import java.nio.file.Path;
import java.util.List;

/// How a server runs.
///
/// @param host the address it is bound to
/// @param port 0: any that is free
/// @param importFolders from where paths may be imported and listened to
/// @param uploadBytes how large an upload may be
public record ServerOptions(String host, int port, List<Path> importFolders, long uploadBytes) {

    /// This machine only; everything of the user's own may be imported.
    public static final ServerOptions DEFAULTS =
            new ServerOptions(
                    "127.0.0.1",
                    8787,
                    List.of(Path.of(System.getProperty("user.home", "."))),
                    8L << 30);

    public ServerOptions {
        importFolders =
                importFolders.stream().map(folder -> folder.toAbsolutePath().normalize()).toList();
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port must be 0..65535, is " + port);
        }
    }

    public ServerOptions withHost(String other) {
        return new ServerOptions(other, port, importFolders, uploadBytes);
    }

    public ServerOptions withPort(int other) {
        return new ServerOptions(host, other, importFolders, uploadBytes);
    }

    public ServerOptions withImportFolders(List<Path> other) {
        return new ServerOptions(host, port, other, uploadBytes);
    }

    public ServerOptions withUploadBytes(long other) {
        return new ServerOptions(host, port, importFolders, other);
    }
}
