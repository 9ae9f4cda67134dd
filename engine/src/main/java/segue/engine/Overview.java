package segue.engine;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import segue.engine.train.ModelInfo;
import segue.library.Status;

/// What is in a library, and what was trained on it.
///
/// @param library the folder
/// @param status counts, sources, dates
/// @param artistDensity share of listeners × artists that is filled, 0..1
/// @param trackDensity share of listeners × tracks that is filled, 0..1
/// @param models the newest first
/// @param categories when the categories of audio features were trained, if they were
public record Overview(
        String library,
        @JsonUnwrapped Status status,
        double artistDensity,
        double trackDensity,
        List<ModelInfo> models,
        Optional<Instant> categories) {}
