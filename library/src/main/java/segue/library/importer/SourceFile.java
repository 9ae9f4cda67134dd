package segue.library.importer;

import java.io.BufferedInputStream;
import java.io.BufferedWriter;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.zip.ZipException;
import segue.core.run.Run;
import segue.core.run.SegueException;

/// A file to import, read through once before anything else: that it is whole, what it holds, and
/// the fingerprint of its content.
///
/// @param path the file, absolute
/// @param bytes its size on disk
/// @param parquet whether it is Parquet; then the text facts mean nothing
/// @param charset the encoding of its text
/// @param filledLines how many lines are not empty; 0 where the encoding hides them
/// @param hasReturns whether there is a carriage return in it
/// @param head the first bytes, unpacked
record SourceFile(
        Path path,
        long bytes,
        Compression compression,
        boolean parquet,
        Charset charset,
        long filledLines,
        boolean hasReturns,
        Head head) {

    private static final int BLOCK = 1 << 16;
    private static final int HEAD = 1 << 18;

    /// The first bytes of a file.
    static final class Head {
        private final byte[] bytes;

        Head(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    /// Reads the file through.
    ///
    /// @param digest takes the unpacked content
    /// @throws SegueException.BadInput if it is missing, empty, damaged, a folder or not text
    static SourceFile scan(Path file, MessageDigest digest, Run run) {
        Path path = file.toAbsolutePath().normalize();
        String stage = "read " + path.getFileName();
        if (Files.isDirectory(path)) {
            throw new SegueException.BadInput(file.toString(), 0, "is a folder, not a file.");
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path), BLOCK)) {
            long bytes = Files.size(path);
            raw.mark(8);
            byte[] magic = raw.readNBytes(8);
            raw.reset();
            Compression compression = Compression.of(magic);
            CountingStream counted = new CountingStream(raw);
            try (InputStream in = compression.unpack(counted)) {
                return scan(
                        path,
                        bytes,
                        compression,
                        in,
                        digest,
                        () -> {
                            run.check();
                            run.report(stage, counted.count(), bytes, "checking");
                        });
            }
        } catch (NoSuchFileException e) {
            throw new SegueException.BadInput(file.toString(), 0, "does not exist.", e);
        } catch (EOFException | ZipException e) {
            throw cutOff(file, e);
        } catch (IOException e) {
            throw String.valueOf(e.getMessage()).contains("runcated")
                    ? cutOff(file, e)
                    : new SegueException.BadInput(
                            file.toString(), 0, "cannot be read: " + e.getMessage(), e);
        }
    }

    private static SourceFile scan(
            Path path,
            long bytes,
            Compression compression,
            InputStream in,
            MessageDigest digest,
            Runnable afterBlock)
            throws IOException {
        byte[] head = in.readNBytes(HEAD);
        if (head.length == 0) {
            throw new SegueException.BadInput(path.toString(), 0, "is empty.");
        }
        boolean parquet =
                head.length >= 4
                        && new String(head, 0, 4, StandardCharsets.ISO_8859_1).equals("PAR1");
        Charset utf16 = Encoding.utf16(head, head.length);
        if (!parquet && utf16 == null) {
            refuseBinary(path, head);
        }
        Encoding encoding = new Encoding();
        LineCount lines = new LineCount();
        byte[] block = new byte[BLOCK];
        for (int at = 0; at < head.length; at += BLOCK) {
            int length = Math.min(BLOCK, head.length - at);
            System.arraycopy(head, at, block, 0, length);
            take(block, length, digest, encoding, lines);
        }
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            take(block, length, digest, encoding, lines);
            afterBlock.run();
        }
        return new SourceFile(
                path,
                bytes,
                compression,
                parquet,
                utf16 == null ? encoding.verdict() : utf16,
                utf16 == null ? lines.filled() : 0,
                lines.returns,
                new Head(head));
    }

    private static void take(
            byte[] block, int length, MessageDigest digest, Encoding encoding, LineCount lines) {
        digest.update(block, 0, length);
        encoding.feed(block, length);
        lines.feed(block, length);
    }

    /// Counts the lines that are not empty.
    private static final class LineCount {
        private long filled;
        private boolean returns;
        private boolean text;

        void feed(byte[] block, int length) {
            for (int i = 0; i < length; i++) {
                byte b = block[i];
                if (b == '\n' || b == '\r') {
                    filled += text ? 1 : 0;
                    text = false;
                    returns |= b == '\r';
                } else {
                    text = true;
                }
            }
        }

        long filled() {
            return filled + (text ? 1 : 0);
        }
    }

    private static void refuseBinary(Path path, byte[] head) {
        boolean zip = head[0] == 'P' && head.length > 3 && head[1] == 'K' && head[2] == 3;
        if (zip) {
            throw new SegueException.BadInput(
                    path.toString(), 0, "is a zip archive. Unpack it first.");
        }
        int controls = 0;
        for (byte b : head) {
            controls += b >= 0 && b < 32 && b != '\t' && b != '\n' && b != '\r' ? 1 : 0;
        }
        if (controls * 50L > head.length) {
            throw new SegueException.BadInput(
                    path.toString(),
                    0,
                    "is a binary file. Plays are read from CSV, TSV, JSON lines and Parquet.");
        }
    }

    private static SegueException.BadInput cutOff(Path file, IOException e) {
        return new SegueException.BadInput(
                file.toString(),
                0,
                "is damaged or cut off: its compressed data ends too early. Nothing was imported.",
                e);
    }

    /// The name of the file in messages.
    String name() {
        return path.toString();
    }

    /// The database can read the file as it is: UTF-8, lines ended by line feeds.
    boolean isPlain() {
        return charset.equals(StandardCharsets.UTF_8) && !hasReturns;
    }

    /// The beginning of the text, whole lines where there are any.
    String headText() {
        String text = charset.decode(ByteBuffer.wrap(head.bytes)).toString();
        String lines = lineFeeds(withoutMark(text));
        int last = lines.lastIndexOf('\n');
        return head.bytes.length < HEAD || last < 0 ? lines : lines.substring(0, last + 1);
    }

    /// The unpacked bytes.
    InputStream open() throws IOException {
        return compression.unpack(new BufferedInputStream(Files.newInputStream(path), BLOCK));
    }

    /// Writes the text as UTF-8 with line feeds.
    void writePlain(Path to, Run run) throws IOException {
        try (Reader in = new InputStreamReader(open(), charset);
                BufferedWriter out = Files.newBufferedWriter(to, StandardCharsets.UTF_8)) {
            char[] block = new char[BLOCK];
            boolean first = true;
            boolean afterReturn = false;
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                run.check();
                for (int i = 0; i < length; i++) {
                    char c = block[i];
                    if (first && c == '\uFEFF') {
                        first = false;
                        continue;
                    }
                    first = false;
                    if (c == '\r') {
                        out.write('\n');
                    } else if (c != '\n' || !afterReturn) {
                        out.write(c);
                    }
                    afterReturn = c == '\r';
                }
            }
        }
    }

    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String lineFeeds(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /// Counts the packed bytes that went through.
    private static final class CountingStream extends FilterInputStream {
        private long count;

        CountingStream(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            count += b < 0 ? 0 : 1;
            return b;
        }

        @Override
        public int read(byte[] block, int from, int length) throws IOException {
            int n = super.read(block, from, length);
            count += Math.max(n, 0);
            return n;
        }

        long count() {
            return count;
        }
    }
}
