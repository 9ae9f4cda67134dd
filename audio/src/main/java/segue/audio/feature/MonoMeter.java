package segue.audio.feature;

/// Something that measures the mono signal of 22,050 Hz as it goes by. Its state is bounded
/// whatever the length. One use each; not thread-safe.
///
/// @param <R> what it finds
public interface MonoMeter<R> {

    /// Takes the next `length` samples of the signal; the array is the caller's and is overwritten
    /// afterwards.
    void accept(float[] block, int length);

    /// What was found; nothing may follow.
    R finish();
}
