package segue.core.train;

/// What likeness is measured by.
public enum From {
    /// By who plays what.
    PLAYS,
    /// By what is known besides: tags of items, friends of users.
    FEATURES
}
