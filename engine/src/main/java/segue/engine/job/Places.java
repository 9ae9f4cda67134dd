package segue.engine.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import segue.core.run.SegueException;

/// The folders whose files jobs may read. Links count as what they lead to.
///
/// @param folders absolute
public record Places(List<Path> folders) {

    public Places {
        folders = List.copyOf(folders);
    }

    /// The real path of a file that may be read.
    ///
    /// @throws SegueException.NotFound if it does not exist or lies outside: nobody learns which
    public Path real(String path) {
        SegueException.NotFound no =
                new SegueException.NotFound(
                        "There is no '%s' in the folders that may be imported from: %s."
                                .formatted(
                                        path,
                                        String.join(
                                                ", ",
                                                folders.stream().map(Path::toString).toList())));
        Path real;
        try {
            real = Path.of(path).toRealPath();
        } catch (IOException | java.nio.file.InvalidPathException e) {
            no.addSuppressed(e);
            throw no;
        }
        for (Path folder : folders) {
            try {
                if (real.startsWith(folder.toRealPath())) {
                    return real;
                }
            } catch (IOException e) {
                no.addSuppressed(e);
            }
        }
        throw no;
    }
}
