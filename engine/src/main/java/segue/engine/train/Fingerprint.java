package segue.engine.train;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import segue.core.data.Ids;
import segue.core.data.Interactions;
import segue.core.math.SparseMatrix;

/// A digest of training data: SHA-256 over the ids of both axes and all cells. The same data has
/// the same fingerprint on every machine.
public final class Fingerprint {

    private static final int CELLS_AT_ONCE = 8192;

    private Fingerprint() {}

    static String of(Interactions data) {
        MessageDigest digest = sha256();
        add(digest, data.users());
        add(digest, data.items());
        return of(digest, data.matrix());
    }

    /// Of the cells alone, where nobody has names.
    public static String of(SparseMatrix cells) {
        return of(sha256(), cells);
    }

    private static String of(MessageDigest digest, SparseMatrix matrix) {
        ByteBuffer buffer = ByteBuffer.allocate(8 * CELLS_AT_ONCE).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < matrix.rows(); row++) {
            buffer.putInt(matrix.count(row));
            flush(digest, buffer);
            for (int entry = matrix.start(row); entry < matrix.end(row); entry++) {
                buffer.putInt(matrix.column(entry)).putFloat(matrix.value(entry));
                if (!buffer.hasRemaining()) {
                    flush(digest, buffer);
                }
            }
        }
        flush(digest, buffer);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void flush(MessageDigest digest, ByteBuffer buffer) {
        digest.update(buffer.flip());
        buffer.clear();
    }

    private static void add(MessageDigest digest, Ids ids) {
        for (String id : ids.all()) {
            digest.update(id.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        digest.update((byte) 1);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
