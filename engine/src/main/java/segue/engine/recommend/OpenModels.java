package segue.engine.recommend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import segue.core.run.SegueException;
import segue.engine.train.ModelInfo;
import segue.engine.train.ModelShelf;
import segue.library.Library;

/// The models that were asked for, open. Good as long as neither the library nor the folder of
/// models changes. Thread-safe.
public final class OpenModels {

    private final Library library;
    private final ModelShelf shelf;
    private final Map<String, OpenModel> open = new ConcurrentHashMap<>();
    private final List<String> notes = new CopyOnWriteArrayList<>();

    /// What the models depend on.
    ///
    /// @param folder when the folder of models last changed
    public record Key(long revision, FileTime folder) {}

    public OpenModels(Library library, ModelShelf shelf) {
        this.library = library;
        this.shelf = shelf;
    }

    public static Key key(Library library) {
        Path folder = library.models();
        try {
            return new Key(
                    library.revision(),
                    Files.exists(folder)
                            ? Files.getLastModifiedTime(folder)
                            : FileTime.fromMillis(0));
        } catch (IOException e) {
            return new Key(library.revision(), FileTime.fromMillis(0));
        }
    }

    /// A model, the active one for an empty name. If the file of the active one is damaged, the one
    /// that was active before.
    ///
    /// @throws SegueException.NotFound if there is none
    public OpenModel of(String name) {
        OpenModel known = open.get(name);
        if (known != null) {
            return known;
        }
        synchronized (this) {
            return open.computeIfAbsent(name, this::load);
        }
    }

    private OpenModel load(String name) {
        if (!name.isEmpty()) {
            return OpenModel.of(shelf.load(name), library);
        }
        for (ModelInfo info : shelf.ordered()) {
            try {
                return OpenModel.of(shelf.load(info.name()), library);
            } catch (SegueException.BadInput e) {
                notes.add(
                        "The model '%s' cannot be used, so an older one answers: %s"
                                .formatted(info.name(), e.getMessage()));
            }
        }
        return OpenModel.of(shelf.load(""), library);
    }

    /// What is wrong with models.
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
