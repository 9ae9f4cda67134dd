package segue.library;

/// How often something was tagged as suitable for a use, and as unsuitable.
public record TagVotes(double good, double bad) {}
