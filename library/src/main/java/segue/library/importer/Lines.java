package segue.library.importer;

import java.io.IOException;
import java.io.InputStream;

/// Walks once along the bytes of a text and knows in which line it stands.
final class Lines implements AutoCloseable {

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int at;
    private int length;
    private long position;
    private long line = 1;
    private long filled;
    private boolean lineHasText;

    /// @param in the text, ended by line feeds
    Lines(InputStream in) {
        this.in = in;
    }

    /// Goes on to the byte at `target`, counted from 0.
    void goToByte(long target) throws IOException {
        int b = 0;
        while (position < target && b >= 0) {
            b = step();
        }
    }

    /// Goes on into the `target`th line that is not empty, counted from 1.
    void goToFilled(long target) throws IOException {
        int b = 0;
        while ((filled < target - 1 || peek() == '\n') && b >= 0) {
            b = step();
        }
    }

    /// The line, counted from 1.
    long line() {
        return line;
    }

    /// How many lines before this one are not empty.
    long filledBefore() {
        return filled;
    }

    private int step() throws IOException {
        int b = peek();
        if (b < 0) {
            return b;
        }
        at++;
        position++;
        if (b == '\n') {
            line++;
            filled += lineHasText ? 1 : 0;
            lineHasText = false;
        } else {
            lineHasText = true;
        }
        return b;
    }

    private int peek() throws IOException {
        if (at == length) {
            length = in.read(block);
            at = 0;
            if (length <= 0) {
                length = 0;
                return -1;
            }
        }
        return block[at] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
