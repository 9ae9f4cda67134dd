package segue.library.importer;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/// How the bytes of a file are packed, told by its first bytes, not by its name.
enum Compression {
    NONE("none"),
    GZIP("gzip"),
    ZSTD("zstd");

    private final String name;

    Compression(String name) {
        this.name = name;
    }

    /// The database's name for it.
    String sqlName() {
        return name;
    }

    static Compression of(byte[] head) {
        if (startsWith(head, 0x1F, 0x8B)) {
            return GZIP;
        }
        return startsWith(head, 0x28, 0xB5, 0x2F, 0xFD) ? ZSTD : NONE;
    }

    /// The unpacked bytes of `packed`.
    InputStream unpack(InputStream packed) throws IOException {
        return switch (this) {
            case NONE -> packed;
            case GZIP -> new GZIPInputStream(packed, 1 << 16);
            case ZSTD -> new ZstdInputStream(packed);
        };
    }

    private static boolean startsWith(byte[] head, int... magic) {
        for (int i = 0; i < magic.length; i++) {
            if (i >= head.length || (head[i] & 0xFF) != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
