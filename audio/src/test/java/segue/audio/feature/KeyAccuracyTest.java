package segue.audio.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import segue.audio.compose.Composer;
import segue.audio.compose.Piece;
import segue.audio.compose.Stereo;
import segue.audio.compose.Synthesizer;

/// Whole invented pieces with drums and effects. Seeds differ from those that [KeyWeights] learned.
class KeyAccuracyTest {

    @Test
    void namesTheKeysOfInventedPieces() {
        double points = 0;
        double offTune = 0;
        for (long seed = 9000; seed < 9008; seed++) {
            Piece piece = Composer.any(seed).compose(seed, 24);
            KeyEstimate heard = Cadences.find(mono(new Synthesizer().render(piece)));
            points += KeyTraining.mirex(index(heard.key()), index(piece.key()));
            offTune += Math.abs(heard.tuningCents() - piece.tuningCents());
        }
        assertThat(points / 8).isGreaterThanOrEqualTo(0.85);
        assertThat(offTune / 8).isLessThan(4);
    }

    private static int index(Key key) {
        return key.tonic() + (key.minor() ? 12 : 0);
    }

    /// Both channels, and every second sample after a short low-pass.
    private static float[] mono(Stereo sound) {
        float[] left = sound.left();
        float[] right = sound.right();
        float[] mono = new float[sound.frames() / 2 - 2];
        for (int i = 0; i < mono.length; i++) {
            float sum = 0;
            for (int k = 0; k < 4; k++) {
                sum += (k == 1 || k == 2 ? 3 : 1) * (left[2 * i + k] + right[2 * i + k]);
            }
            mono[i] = sum / 16;
        }
        return mono;
    }
}
