package segue.audio.neural;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import segue.audio.decode.Decoder;
import segue.audio.dsp.MelBands;
import segue.audio.dsp.Stft;
import segue.audio.dsp.Window;
import segue.core.run.SegueException;

/// The log-mel spectrogram of a track in patches of about 3 s, a byte a value: what the network
/// hears. At most [#MOST] patches, evenly spaced, so that a file of them has at most 160 KB
/// however long the track is. Immutable, thread-safe.
public final class MelPatches {

    /// Mel bands of a frame.
    public static final int BANDS = 128;

    /// Frames of a patch: 2.97 s.
    public static final int FRAMES = 64;

    /// The most patches of a track.
    public static final int MOST = 20;

    private static final int SIZE = 2048;
    private static final int HOP = 1024;

    /// Values of a patch, frame after frame.
    static final int VALUES = BANDS * FRAMES;

    /// `ln(1 + 10,000 x)` of a full-scale tone, which becomes 255.
    private static final double LOUDEST = Math.log(1 + 10_000.0);

    private final ByteBuffer values;

    private MelPatches(ByteBuffer values) {
        this.values = values;
    }

    public int count() {
        return values.limit() / VALUES;
    }

    /// Copies one patch, `bands × frames`, values 0..1, to `to[at…]`.
    void copy(int patch, float[] to, int at) {
        int from = patch * VALUES;
        for (int frame = 0; frame < FRAMES; frame++) {
            for (int band = 0; band < BANDS; band++) {
                to[at + band * FRAMES + frame] =
                        (values.get(from + frame * BANDS + band) & 0xff) / 255f;
            }
        }
    }

    /// Reads a file that [#write] made; it is mapped, not held in memory.
    ///
    /// @throws SegueException.Failed if it cannot be read
    static MelPatches read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new MelPatches(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException e) {
            throw new SegueException.Failed(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /// Hears a file of music and writes its patches, whole or not at all. Memory does not grow
    /// with its length beyond 2,750 bytes a second.
    ///
    /// @throws SegueException.BadInput when it cannot be decoded, or is silent or empty
    public static void write(Path music, Path file, BooleanSupplier stop) {
        byte[] frames = hear(music, stop);
        int length = frames.length / BANDS;
        int count = Math.clamp(length / FRAMES, 1, MOST);
        byte[] patches = new byte[count * VALUES];
        for (int patch = 0; patch < count; patch++) {
            int first = count == 1 ? 0 : (int) ((long) (length - FRAMES) * patch / (count - 1));
            int size = Math.min(VALUES, frames.length - first * BANDS);
            System.arraycopy(frames, first * BANDS, patches, patch * VALUES, size);
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(part, patches);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new SegueException.Failed(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static byte[] hear(Path music, BooleanSupplier stop) {
        MelBands bands = new MelBands(BANDS, 20, 11_000, SIZE, Decoder.MONO_RATE);
        Frames frames = new Frames(bands);
        Stft stft = new Stft(SIZE, HOP, Window.HANN, List.of(frames));
        try (Decoder decoder = Decoder.open(music, stop)) {
            while (decoder.next()) {
                stft.accept(decoder.mono(), 0, decoder.monoLength());
            }
        }
        stft.finish();
        return Arrays.copyOf(frames.values, frames.size);
    }

    private static final class Frames implements Stft.Listener {
        private final MelBands bands;
        private final float[] latest = new float[BANDS];
        private byte[] values = new byte[BANDS * 1024];
        private int size;

        Frames(MelBands bands) {
            this.bands = bands;
        }

        @Override
        public void frame(float[] magnitudes) {
            bands.apply(magnitudes, latest);
            MelBands.compress(latest, 10_000);
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            for (float value : latest) {
                values[size++] = (byte) Math.clamp(Math.round(value / LOUDEST * 255), 0, 255);
            }
        }
    }
}
