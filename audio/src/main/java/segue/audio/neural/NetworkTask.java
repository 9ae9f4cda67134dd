package segue.audio.neural;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import segue.core.math.Matrix;

/// What a training process is given, as a file: the two sides are always of the same build, so that
/// it needs no versions.
///
/// @param patches the file of each track's patches
/// @param targets what to tell of each track, `tracks × numbers`; without columns the network
///   learns to tell tracks apart
/// @param trust of each track, `1 × tracks`: how much its target counts; 0: it has none
record NetworkTask(
        NetworkSettings settings, long seed, List<Path> patches, Matrix targets, Matrix trust) {

    NetworkTask {
        patches = List.copyOf(patches);
        if (targets.rows() != patches.size() || trust.columns() != patches.size()) {
            throw new IllegalArgumentException(
                    "%d tracks do not fit targets %s and trust %s"
                            .formatted(patches.size(), targets, trust));
        }
    }

    boolean byContrast() {
        return targets.columns() == 0;
    }

    void write(Path file) throws IOException {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            out.writeInt(settings.width());
            out.writeInt(settings.size());
            out.writeInt(settings.epochs());
            out.writeInt(settings.patience());
            out.writeInt(settings.patches());
            out.writeInt(settings.batch());
            out.writeDouble(settings.learningRate());
            out.writeDouble(settings.dropout());
            out.writeLong(seed);
            out.writeInt(patches.size());
            for (Path path : patches) {
                out.writeUTF(path.toUri().toString());
            }
            write(targets, out);
            write(trust, out);
        }
    }

    static NetworkTask read(Path file) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            NetworkSettings settings =
                    new NetworkSettings(
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readInt(),
                            in.readDouble(),
                            in.readDouble());
            long seed = in.readLong();
            int tracks = in.readInt();
            List<Path> patches = new ArrayList<>();
            for (int i = 0; i < tracks; i++) {
                patches.add(Path.of(java.net.URI.create(in.readUTF())));
            }
            return new NetworkTask(settings, seed, patches, readMatrix(in), readMatrix(in));
        }
    }

    static void write(Matrix matrix, DataOutputStream out) throws IOException {
        out.writeInt(matrix.rows());
        out.writeInt(matrix.columns());
        for (float value : matrix.values()) {
            out.writeFloat(value);
        }
    }

    static Matrix readMatrix(DataInputStream in) throws IOException {
        Matrix matrix = Matrix.zeros(in.readInt(), in.readInt());
        for (int i = 0; i < matrix.values().length; i++) {
            matrix.values()[i] = in.readFloat();
        }
        return matrix;
    }
}
