package segue.core.model;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;
import segue.core.data.Ids;

/// Trained models ↔ the metadata and tensors of a model file. `docs/model-file.md` lists the names.
final class ModelCodec {

    private ModelCodec() {}

    /// A trained model as metadata and tensors.
    record Encoded(SequencedMap<String, String> metadata, List<Tensor> tensors) {}

    static Encoded encode(TrainedModel trained) {
        Manifest manifest = trained.manifest();
        SequencedMap<String, String> metadata = new LinkedHashMap<>();
        metadata.put("segue", Integer.toString(ModelFile.FORMAT));
        metadata.put("name", manifest.name());
        metadata.put("algorithm", manifest.algorithm());
        manifest.settings().forEach((key, value) -> metadata.put("settings." + key, value));
        metadata.put("seed", Long.toString(manifest.seed()));
        metadata.put("fingerprint", manifest.fingerprint());
        manifest.about().forEach((key, value) -> metadata.put("about." + key, value));
        manifest.metrics()
                .forEach((key, value) -> metadata.put("metrics." + key, value.toString()));
        metadata.put("version", manifest.version());
        metadata.put("typicalWeight", Float.toString(trained.typicalWeight()));
        List<Tensor> tensors = new ArrayList<>();
        PartsWriter parts = new PartsWriter("", metadata, tensors);
        parts.weights(trained.weights());
        parts.model(trained.model());
        IdBytes users = IdBytes.of(trained.users());
        IdBytes items = IdBytes.of(trained.items());
        // Bytes last, so that all numbers lie aligned.
        tensors.add(users.offsets("userOffsets"));
        tensors.add(items.offsets("itemOffsets"));
        tensors.add(users.text("userIds"));
        tensors.add(items.text("itemIds"));
        return new Encoded(metadata, tensors);
    }

    static Manifest manifest(ModelHeader header) {
        SortedMap<String, Double> metrics = new TreeMap<>();
        header.under("metrics").forEach((key, value) -> metrics.put(key, Double.valueOf(value)));
        return new Manifest(
                header.text("name"),
                header.text("algorithm"),
                new TreeMap<>(header.under("settings")),
                Long.parseLong(header.text("seed")),
                header.text("fingerprint"),
                new TreeMap<>(header.under("about")),
                metrics,
                header.text("version"));
    }

    /// @param data everything after the header
    /// @throws IllegalArgumentException if something is missing or does not fit
    static TrainedModel decode(ModelHeader header, MemorySegment data) {
        PartsReader parts = new PartsReader("", header, data);
        Ids users = parts.ids("user");
        Ids items = parts.ids("item");
        return new TrainedModel(
                parts.model(users.size(), items.size()),
                users,
                items,
                parts.weights(),
                Float.parseFloat(header.text("typicalWeight")),
                manifest(header));
    }
}
