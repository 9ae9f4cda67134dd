package segue.engine.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// The model of that name, or the newest usable one for an empty name.
    ///
    /// @throws SegueException.NotFound if there is none
    public TrainedModel load(String name) {
        if (name.isEmpty()) {
            return ModelFile.read(file(newest()));
        }
        checkName(name);
        if (!Files.exists(file(name))) {
            List<String> names = list().stream().map(ModelInfo::name).toList();
            throw new SegueException.NotFound(
                    names.isEmpty()
                            ? none()
                            : "There is no model '%s'. There are: %s."
                                    .formatted(name, String.join(", ", names)));
        }
        return ModelFile.read(file(name));
    }

    private String newest() {
        return list().stream()
                .filter(info -> info.problem().isEmpty())
                .findFirst()
                .orElseThrow(() -> new SegueException.NotFound(none()))
                .name();
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
