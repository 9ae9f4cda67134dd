package segue.engine.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import segue.core.model.Manifest;
import segue.core.model.ModelFile;
import segue.core.model.TrainedModel;
import segue.core.run.SegueException;

/// The folder of model files of a library. Stateless and thread-safe.
///
/// @param folder where the files are; need not exist
public record ModelShelf(Path folder) {

    /// All models, the newest first.
    public List<ModelInfo> list() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ModelFile.SUFFIX))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .map(ModelShelf::info)
                    .sorted(
                            Comparator.comparing(ModelInfo::created)
                                    .reversed()
                                    .thenComparing(ModelInfo::name))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new SegueException.Failed("The models in " + folder + " cannot be listed.", e);
        }
    }

    private static ModelInfo info(Path file) {
        String name = nameOf(file);
        try {
            Manifest manifest = ModelFile.manifest(file);
            About about = About.of(manifest);
            return new ModelInfo(
                    name,
                    manifest.algorithm(),
                    manifest.settings(),
                    about.weighting().spelled(),
                    about.of(),
                    about.on(),
                    about.users(),
                    about.items(),
                    about.cells(),
                    manifest.seed(),
                    manifest.metrics(),
                    about.revision(),
                    manifest.version(),
                    created(file),
                    file.toFile().length(),
                    "");
        } catch (SegueException | IllegalArgumentException e) {
            return new ModelInfo(
                    name,
                    "",
                    Map.of(),
                    "",
                    "",
                    "",
                    0,
                    0,
                    0,
                    0,
                    Map.of(),
                    0,
                    "",
                    created(file),
                    file.toFile().length(),
                    String.valueOf(e.getMessage()));
        }
    }

    /// When the model of that name was saved, if there is one.
    public Optional<Instant> created(String name) {
        return Files.exists(file(name)) ? Optional.of(created(file(name))) : Optional.empty();
    }

    private static Instant created(Path file) {
        return Instant.ofEpochMilli(file.toFile().lastModified());
    }

    private static String nameOf(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ModelFile.SUFFIX.length());
    }

    /// The model of that name, or the active one for an empty name.
    ///
    /// @throws SegueException.NotFound if there is none
    public TrainedModel load(String name) {
        if (name.isEmpty()) {
            return ModelFile.read(file(needActive().name()));
        }
        checkName(name);
        if (!Files.exists(file(name))) {
            throw unknown(name);
        }
        return ModelFile.read(file(name));
    }

    private SegueException.NotFound unknown(String name) {
        List<String> names = list().stream().map(ModelInfo::name).toList();
        return new SegueException.NotFound(
                names.isEmpty()
                        ? none()
                        : "There is no model '%s'. There are: %s."
                                .formatted(name, String.join(", ", names)));
    }

    /// The model that answers when none is named: the one that was made active or trained last,
    /// among those whose files can be used.
    ///
    /// @param kind among which models
    public Optional<ModelInfo> active(Predicate<ModelInfo> kind) {
        return ordered().stream().filter(kind).findFirst();
    }

    private ModelInfo needActive() {
        return active(_ -> true).orElseThrow(() -> new SegueException.NotFound(none()));
    }

    /// Usable models, those first that were made active or trained last.
    public List<ModelInfo> ordered() {
        Map<String, Instant> pinned = new HashMap<>();
        Pins.read(folder).pins().forEach(pin -> pinned.put(pin.name(), pin.at()));
        return list().stream()
                .filter(info -> info.problem().isEmpty())
                .sorted(
                        Comparator.comparing((ModelInfo info) -> last(info, pinned))
                                .reversed()
                                .thenComparing(ModelInfo::name))
                .toList();
    }

    private static Instant last(ModelInfo info, Map<String, Instant> pinned) {
        Instant pin = pinned.getOrDefault(info.name(), Instant.EPOCH);
        return pin.isAfter(info.created()) ? pin : info.created();
    }

    /// Makes a model the active one, until another one is made active or trained.
    ///
    /// @throws SegueException.NotFound if there is none of that name
    /// @throws SegueException.BadInput if its file is damaged
    public ModelInfo activate(String name) {
        ModelInfo info = info(name);
        load(name);
        Instant now = Instant.now();
        Instant newest = info.created();
        for (ModelInfo other : list()) {
            newest = other.created().isAfter(newest) ? other.created() : newest;
        }
        Pins.read(folder)
                .with(new Pins.Pin(name, newest.isBefore(now) ? now : newest.plusMillis(1)))
                .write(folder);
        return info;
    }

    /// Makes the model active that was so before; asked again, the other one again.
    ///
    /// @throws SegueException.NotFound if there are not two
    public ModelInfo rollback() {
        List<ModelInfo> ordered = ordered();
        Optional<ModelInfo> before =
                ordered.stream()
                        .skip(1)
                        .filter(info -> info.on().equals(ordered.getFirst().on()))
                        .findFirst();
        return activate(
                before.orElseThrow(
                                () ->
                                        new SegueException.NotFound(
                                                "There is no other model to go back to. See: segue models"))
                        .name());
    }

    /// Deletes a model that is not active.
    ///
    /// @throws IllegalArgumentException if it is
    public void delete(String name) {
        ModelInfo info = info(name);
        if (active(other -> other.on().equals(info.on()))
                .filter(active -> active.name().equals(name))
                .isPresent()) {
            throw new IllegalArgumentException(
                    "'%s' is active; make another model active before".formatted(name));
        }
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new SegueException.Failed("The model '" + name + "' cannot be deleted.", e);
        }
    }

    /// The model of that name as the list shows it.
    ///
    /// @throws SegueException.NotFound if there is none
    public ModelInfo info(String name) {
        return list().stream()
                .filter(info -> info.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static String none() {
        return "There is no model yet. Train one with: segue train als";
    }

    /// Where the model of that name is, or would be.
    public Path file(String name) {
        return folder.resolve(name + ModelFile.SUFFIX);
    }

    /// @throws IllegalArgumentException if a file could not be called that on every system
    static void checkName(String name) {
        if (!name.isEmpty() && !name.matches("[\\p{L}\\p{N}_][\\p{L}\\p{N}_.+-]{0,99}")) {
            throw new IllegalArgumentException(
                    "'%s' is no name for a model: letters, digits, - _ . + only".formatted(name));
        }
    }
}
