package segue.core.model;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import segue.core.data.Ids;

/// Ids as they stand in a model file: all texts in UTF-8 one after the other, and where each
/// begins.
final class IdBytes {

    private final int[] offsets;
    private final byte[] text;

    /// @param offsets `ids + 1` positions in `text`, from 0 to its length
    /// @param text the ids without separators
    IdBytes(int[] offsets, byte[] text) {
        this.offsets = offsets;
        this.text = text;
    }

    static IdBytes of(Ids ids) {
        int[] offsets = new int[ids.size() + 1];
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (int row = 0; row < ids.size(); row++) {
            text.writeBytes(ids.id(row).getBytes(StandardCharsets.UTF_8));
            offsets[row + 1] = text.size();
        }
        return new IdBytes(offsets, text.toByteArray());
    }

    Tensor offsets(String name) {
        return Tensor.of(name, offsets);
    }

    Tensor text(String name) {
        return Tensor.of(name, text);
    }

    /// @throws IllegalArgumentException if the offsets do not fit the text
    Ids ids() {
        if (offsets.length == 0 || offsets[0] != 0 || offsets[offsets.length - 1] != text.length) {
            throw new IllegalArgumentException("the offsets of ids do not fit their text");
        }
        List<String> ids = new ArrayList<>(offsets.length - 1);
        for (int row = 0; row + 1 < offsets.length; row++) {
            int length = offsets[row + 1] - offsets[row];
            if (length < 0 || offsets[row + 1] > text.length) {
                throw new IllegalArgumentException("the offsets of ids do not ascend");
            }
            ids.add(new String(text, offsets[row], length, StandardCharsets.UTF_8));
        }
        return Ids.of(ids);
    }
}
