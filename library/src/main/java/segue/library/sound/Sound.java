package segue.library.sound;

import java.nio.ByteBuffer;
import java.util.List;
import segue.core.math.Matrix;

/// What was heard in a file.
///
/// @param measures the numbers that have names
/// @param vector what likeness is measured on, `1 × components`; empty where nothing is known
/// @param sections start and end of each section, seconds, one after the other
/// @param fingerprint by which the same recording is known in another file
/// @param fingerprintKeys by which candidates are found: two copies share one at the same place
/// @param waveform a picture of the loudness, for drawing; read only
public record Sound(
        Measures measures,
        Matrix vector,
        List<Float> sections,
        List<Integer> fingerprint,
        List<Integer> fingerprintKeys,
        ByteBuffer waveform) {

    public Sound {
        if (vector.rows() != 1) {
            throw new IllegalArgumentException("vector must have one row, has " + vector.rows());
        }
        sections = List.copyOf(sections);
        fingerprint = List.copyOf(fingerprint);
        fingerprintKeys = List.copyOf(fingerprintKeys);
        waveform = waveform.asReadOnlyBuffer();
    }
}
