package segue.core.model;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;
import tools.jackson.core.JacksonException;

/// A trained model as one file in the safetensors layout: 8 bytes with the length of the header,
/// the header (JSON, see [ModelHeader]), then the tensors, little-endian (see [ModelCodec]). The
/// checksum (CRC32C) covers the whole file, its own eight digits taken as zeros.
///
/// A file appears whole or not at all: it is written beside its place, forced to disk and renamed.
/// Stateless and thread-safe.
public final class ModelFile {

    /// The newest format this class knows; a file with a higher number is refused.
    public static final int FORMAT = 1;

    /// What the names of model files end with.
    public static final String SUFFIX = ".safetensors";

    private static final int LENGTH_BYTES = 8;
    private static final long MOST_HEADER_BYTES = 1 << 20;
    private static final String AGAIN = "; train the model again";

    private ModelFile() {}

    /// Writes a model, replacing what was there.
    ///
    /// @throws SegueException.Failed if the disk is full or the folder cannot be written to; then
    ///   nothing has changed
    public static void write(Path file, TrainedModel model) {
        ModelCodec.Encoded encoded = ModelCodec.encode(model);
        ModelHeader header = ModelHeader.of(encoded.metadata(), encoded.tensors());
        Path part = null;
        try {
            // What a killed process left behind has this name too, and is written over.
            part = file.resolveSibling("." + file.getFileName() + ".part").toAbsolutePath();
            Files.createDirectories(Objects.requireNonNull(part.getParent()));
            write(part, header.bytes(), encoded.tensors());
            Files.move(
                    part,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            delete(part, e);
            throw new SegueException.Failed(
                    "The model could not be saved: " + e.getMessage() + ". Nothing was changed.",
                    e);
        }
    }

    private static void delete(@Nullable Path part, IOException because) {
        try {
            if (part != null) {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    private static void write(Path part, byte[] header, List<Tensor> tensors) throws IOException {
        CRC32C crc = new CRC32C();
        ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        length.putLong(0, header.length);
        crc.update(length.duplicate());
        crc.update(header);
        try (FileChannel channel = FileChannel.open(part, CREATE, TRUNCATE_EXISTING, WRITE)) {
            channel.position(LENGTH_BYTES + header.length);
            for (Tensor tensor : tensors) {
                tensor.write(
                        block -> {
                            crc.update(block.asByteBuffer());
                            writeAll(channel, block.asByteBuffer());
                        });
            }
            byte[] digits = digits(crc).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(
                    digits, 0, header, ModelHeader.BEFORE_CHECKSUM.length(), digits.length);
            channel.position(0);
            writeAll(channel, length);
            writeAll(channel, ByteBuffer.wrap(header));
            channel.force(true);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digits(CRC32C crc) {
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /// Reads a model whole.
    ///
    /// @throws SegueException.NotFound if there is no such file
    /// @throws SegueException.BadInput if it is damaged, no model, or of a newer format
    public static TrainedModel read(Path file) {
        return open(
                file,
                (header, all, dataFrom) -> {
                    check(file, all, dataFrom);
                    return ModelCodec.decode(header, all.asSlice(dataFrom));
                });
    }

    /// Reads how and from what a model was made, without touching its numbers.
    ///
    /// @throws SegueException as [#read(Path)], as far as the header shows it
    public static Manifest manifest(Path file) {
        return open(file, (header, _, _) -> ModelCodec.manifest(header));
    }

    /// What is done with an open file: its header, all its bytes, and where the tensors begin.
    private interface Reader<T> {
        T read(ModelHeader header, MemorySegment all, long dataFrom);
    }

    private static <T> T open(Path file, Reader<T> reader) {
        try (FileChannel channel = FileChannel.open(file, READ);
                Arena arena = Arena.ofConfined()) {
            MemorySegment all = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            long length = headerLength(file, all);
            byte[] bytes = all.asSlice(LENGTH_BYTES, length).toArray(ValueLayout.JAVA_BYTE);
            ModelHeader header = ModelHeader.parse(bytes);
            checkFormat(file, header);
            long dataFrom = LENGTH_BYTES + length;
            if (header.dataBytes() != all.byteSize() - dataFrom) {
                throw bad(
                        file,
                        "should hold %d bytes but has %d: it was cut off or damaged%s"
                                .formatted(dataFrom + header.dataBytes(), all.byteSize(), AGAIN),
                        null);
            }
            return reader.read(header, all, dataFrom);
        } catch (NoSuchFileException e) {
            throw new SegueException.NotFound("There is no model file " + file + ".");
        } catch (IOException e) {
            throw bad(file, "cannot be read: " + e.getMessage(), e);
        } catch (JacksonException | IllegalArgumentException | ArithmeticException e) {
            throw bad(file, "is damaged (" + firstLine(e) + ")" + AGAIN, e);
        }
    }

    private static long headerLength(Path file, MemorySegment all) {
        long length = all.byteSize() < LENGTH_BYTES ? -1 : all.get(Tensor.LONG, 0);
        if (length < 2 || length > Math.min(MOST_HEADER_BYTES, all.byteSize() - LENGTH_BYTES)) {
            throw bad(file, "is not a Segue model, or was cut off" + AGAIN, null);
        }
        return length;
    }

    private static void checkFormat(Path file, ModelHeader header) {
        if (!header.metadata().containsKey("segue")) {
            throw bad(file, "is a safetensors file but not a Segue model", null);
        }
        int format = Integer.parseInt(header.text("segue"));
        if (format > FORMAT) {
            throw bad(
                    file,
                    "was written by a newer Segue (format %d, this one reads up to %d); update Segue"
                            .formatted(format, FORMAT),
                    null);
        }
    }

    private static void check(Path file, MemorySegment all, long dataFrom) {
        byte[] start = all.asSlice(0, dataFrom).toArray(ValueLayout.JAVA_BYTE);
        int at = LENGTH_BYTES + ModelHeader.BEFORE_CHECKSUM.length();
        byte[] zeros = ModelHeader.NO_CHECKSUM.getBytes(StandardCharsets.US_ASCII);
        String found = new String(start, at, zeros.length, StandardCharsets.US_ASCII);
        System.arraycopy(zeros, 0, start, at, zeros.length);
        CRC32C crc = new CRC32C();
        crc.update(start);
        long block = 1 << 26;
        for (long from = dataFrom; from < all.byteSize(); from += block) {
            crc.update(all.asSlice(from, Math.min(block, all.byteSize() - from)).asByteBuffer());
        }
        if (!found.equals(digits(crc))) {
            throw bad(
                    file,
                    "is damaged (checksum %s, expected %s)%s".formatted(digits(crc), found, AGAIN),
                    null);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
    }

    private static SegueException bad(Path file, String what, @Nullable Exception cause) {
        return new SegueException.BadInput(file.toString(), 0, what, cause);
    }
}
