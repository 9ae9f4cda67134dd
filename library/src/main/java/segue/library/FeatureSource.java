package segue.library;

/// Where features of a track are from.
public enum FeatureSource {
    /// A file of features; of several, the one imported last.
    IMPORTED,
    /// Its own sound, which `segue listen` measured.
    HEARD
}
