package segue.audio.feature;

/// A track drawn small: for each column, from first to last, how strong bass, middle and treble
/// are, 0..255. The scale is a square root (a quarter of the level is half the height), the
/// strongest value of the track is 255. Immutable.
public final class Waveform {

    /// The most columns there are.
    public static final int MAX_COLUMNS = 800;

    /// Values a column: bass to 150 Hz, middle, treble above 2400 Hz.
    public static final int BANDS = 3;

    private final byte[] bytes;

    /// @param bytes columns × [#BANDS], bass first; as [#bytes] gave them
    public Waveform(byte[] bytes) {
        if (bytes.length % BANDS != 0 || bytes.length > BANDS * MAX_COLUMNS) {
            throw new IllegalArgumentException(
                    "a waveform has up to %d columns of %d bytes, found %d bytes"
                            .formatted(MAX_COLUMNS, BANDS, bytes.length));
        }
        this.bytes = bytes.clone();
    }

    public int columns() {
        return bytes.length / BANDS;
    }

    /// The height of the bass, 0..255.
    public int low(int column) {
        return bytes[BANDS * column] & 255;
    }

    /// The height of the middle, 0..255.
    public int mid(int column) {
        return bytes[BANDS * column + 1] & 255;
    }

    /// The height of the treble, 0..255.
    public int high(int column) {
        return bytes[BANDS * column + 2] & 255;
    }

    /// To be stored: columns × [#BANDS], bass first; a new array.
    public byte[] bytes() {
        return bytes.clone();
    }
}
