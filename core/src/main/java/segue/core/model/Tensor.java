package segue.core.model;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;

/// A named array as it stands in a model file: little-endian, without gaps.
///
/// @param name what it is called there
/// @param type its elements
/// @param shape how long each axis is
/// @param array the elements: `float[]`, `int[]` or `byte[]`
record Tensor(String name, Type type, List<Long> shape, Object array) {

    static final ValueLayout.OfFloat FLOAT =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    /// Bytes that are copied at a time.
    private static final int BLOCK = 1 << 20;

    /// The element types that a model file may hold.
    enum Type {
        F32(4),
        I32(4),
        U8(1);

        final int bytes;

        Type(int bytes) {
            this.bytes = bytes;
        }
    }

    static Tensor of(String name, Matrix matrix) {
        List<Long> shape = List.of((long) matrix.rows(), (long) matrix.columns());
        return new Tensor(name, Type.F32, shape, matrix.values());
    }

    static Tensor of(String name, int[] values) {
        return new Tensor(name, Type.I32, List.of((long) values.length), values);
    }

    static Tensor of(String name, byte[] values) {
        return new Tensor(name, Type.U8, List.of((long) values.length), values);
    }

    /// A sparse matrix: `nameStarts`, `nameColumns`, `nameValues`.
    static List<Tensor> of(String name, SparseMatrix matrix) {
        return List.of(
                of(name + "Starts", matrix.startArray()),
                of(name + "Columns", matrix.columnArray()),
                new Tensor(
                        name + "Values",
                        Type.F32,
                        List.of((long) matrix.entries()),
                        matrix.valueArray()));
    }

    long bytes() {
        long elements = 1;
        for (long length : shape) {
            elements *= length;
        }
        return elements * type.bytes;
    }

    /// Hands the bytes to `sink` in blocks; a block is only valid during the call.
    void write(Consumer<MemorySegment> sink) {
        MemorySegment block = MemorySegment.ofArray(new byte[BLOCK]);
        int perBlock = BLOCK / type.bytes;
        int elements = Math.toIntExact(bytes() / type.bytes);
        for (int from = 0; from < elements; from += perBlock) {
            int count = Math.min(perBlock, elements - from);
            switch (type) {
                case F32 -> MemorySegment.copy(array, from, block, FLOAT, 0, count);
                case I32 -> MemorySegment.copy(array, from, block, INT, 0, count);
                case U8 -> MemorySegment.copy(array, from, block, ValueLayout.JAVA_BYTE, 0, count);
            }
            sink.accept(block.asSlice(0, (long) count * type.bytes));
        }
    }
}
