package segue.library.sound;

/// Takes fingerprints one by one.
@FunctionalInterface
public interface Fingerprints {

    /// @param file the number of the file
    /// @param words its fingerprint, the taker's to keep
    void take(long file, int[] words);
}
