package segue.audio.neural;

/// Settings of the neural listener.
///
/// @param width filters of a convolution
/// @param size numbers of an embedding
/// @param epochs the most passes
/// @param patience ends after so many epochs without a better one on the tracks kept aside
/// @param patches patches of a track in an epoch
/// @param batch tracks that are learned from at once
/// @param learningRate of Adam
/// @param dropout share of the inputs of the last layers that are left out while learning
public record NetworkSettings(
        int width,
        int size,
        int epochs,
        int patience,
        int patches,
        int batch,
        double learningRate,
        double dropout) {

    public static final NetworkSettings DEFAULTS =
            new NetworkSettings(96, 128, 60, 12, 4, 32, 1e-3, .3);

    public NetworkSettings {
        check(width >= 1 && width <= 1024, "width must be 1..1024, is " + width);
        check(size >= 1 && size <= 1024, "size must be 1..1024, is " + size);
        check(epochs >= 1, "epochs must be at least 1, is " + epochs);
        check(patience >= 1, "patience must be at least 1, is " + patience);
        check(patches >= 2, "patches must be at least 2, is " + patches);
        check(batch >= 2, "batch must be at least 2, is " + batch);
        check(learningRate > 0, "learningRate must be above 0, is " + learningRate);
        check(dropout >= 0 && dropout < 1, "dropout must be in 0..1, is " + dropout);
    }

    private static void check(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public NetworkSettings withEpochs(int other) {
        return new NetworkSettings(
                width, size, other, patience, patches, batch, learningRate, dropout);
    }

    public NetworkSettings withSize(int other) {
        return new NetworkSettings(
                width, other, epochs, patience, patches, batch, learningRate, dropout);
    }
}
