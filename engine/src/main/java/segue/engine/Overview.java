package segue.engine;

import java.util.List;
import segue.engine.train.ModelInfo;
import segue.library.Status;

/// What is in a library, and what was trained on it.
///
/// @param library the folder
/// @param status counts, sources, dates
/// @param models the newest first
public record Overview(String library, Status status, List<ModelInfo> models) {}
