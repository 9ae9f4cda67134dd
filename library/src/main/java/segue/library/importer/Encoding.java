package segue.library.importer;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Finds out in which encoding a text is, while its bytes stream by.
///
/// UTF-16 shows in the first bytes. Otherwise the text is UTF-8 unless more bytes contradict it
/// than speak for it: then Windows-1252, which holds Latin-1. A few broken bytes in a UTF-8 text
/// leave it UTF-8, and their rows are rejected.
final class Encoding {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final CharBuffer chars = CharBuffer.allocate(1 << 16);
    private final ByteBuffer carried = ByteBuffer.allocate((1 << 16) + 8);
    private long invalid;
    private long bytes;
    private long characters;

    /// The byte order of a UTF-16 text, told by its mark or by every other byte being zero; null
    /// for other texts.
    static @Nullable Charset utf16(byte[] head, int length) {
        if (length >= 2 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        if (length >= 2 && (head[0] & 0xFF) == 0xFE && (head[1] & 0xFF) == 0xFF) {
            return StandardCharsets.UTF_16BE;
        }
        int zerosAtEven = 0;
        int zerosAtOdd = 0;
        int pairs = Math.min(length, 2048) / 2;
        for (int i = 0; i < pairs; i++) {
            zerosAtEven += head[2 * i] == 0 ? 1 : 0;
            zerosAtOdd += head[2 * i + 1] == 0 ? 1 : 0;
        }
        if (zerosAtOdd * 10 > pairs * 4 && zerosAtEven * 20 < pairs) {
            return StandardCharsets.UTF_16LE;
        }
        return zerosAtEven * 10 > pairs * 4 && zerosAtOdd * 20 < pairs
                ? StandardCharsets.UTF_16BE
                : null;
    }

    /// Takes the next bytes, at most 65,536.
    void feed(byte[] block, int length) {
        bytes += length;
        carried.put(block, 0, length).flip();
        decode(false);
        carried.compact();
    }

    /// The verdict after all bytes.
    Charset verdict() {
        carried.flip();
        decode(true);
        long witnesses = bytes - invalid - characters;
        return invalid > witnesses ? WINDOWS : StandardCharsets.UTF_8;
    }

    private void decode(boolean end) {
        while (true) {
            chars.clear();
            CoderResult result = decoder.decode(carried, chars, end);
            characters += chars.position();
            if (result.isUnderflow()) {
                return;
            }
            if (result.isError()) {
                invalid += result.length();
                carried.position(carried.position() + result.length());
            }
        }
    }
}
