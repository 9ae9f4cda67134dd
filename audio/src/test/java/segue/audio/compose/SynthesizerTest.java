package segue.audio.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import segue.audio.compose.Section.Kind;
import segue.audio.feature.Key;

final class SynthesizerTest {

    private final Synthesizer synthesizer = new Synthesizer();

    @Test
    void theSameSeedsGiveTheSameSamples() {
        Stereo once = render(Style.REGGAE, 5, 6);
        Stereo again = render(Style.REGGAE, 5, 6);
        assertArrayEquals(once.left(), again.left());
        assertArrayEquals(once.right(), again.right());
        assertFalse(Arrays.equals(once.left(), render(Style.REGGAE, 5, 7).left()));
    }

    @Test
    void everyStyleIsLoudEnoughAndNeverClips() {
        for (Style style : Style.values()) {
            Stereo sound = render(style, 1, 2);
            double peak = 0;
            double energy = 0;
            for (float sample : sound.left()) {
                assertTrue(Float.isFinite(sample), style::title);
                peak = Math.max(peak, Math.abs(sample));
                energy += sample * sample;
            }
            double rms = Math.sqrt(energy / sound.frames());
            assertTrue(peak < .99 && peak > .2, style.title() + " peaks at " + peak);
            assertTrue(rms > .04 && rms < .5, style.title() + " has " + rms);
        }
    }

    @Test
    void clicksSoundWhereTheGridSays() {
        List<Hit> hits =
                IntStream.range(0, 16).mapToObj(beat -> new Hit(Drum.RIM, beat, 1)).toList();
        Piece piece =
                new Piece(
                        Palette.of(Style.TECHNO, 1),
                        1,
                        133.37,
                        new Key(0, false),
                        .321,
                        0,
                        List.of(new Section(Kind.DROP, 0, 4)),
                        List.of(),
                        hits);
        float[] left = synthesizer.render(piece).left();
        for (Hit hit : hits) {
            int at = (int) Math.round(piece.seconds(hit.beat()) * Synthesizer.SAMPLE_RATE);
            double before = energy(left, at - 441, at);
            double after = energy(left, at, at + 441);
            assertTrue(after > 20 * before, "beat " + hit.beat() + ": " + before + ", " + after);
        }
    }

    @Test
    void stringsAreInTune() {
        float[] out = new float[Synthesizer.SAMPLE_RATE];
        for (double hertz : new double[] {82.41, 220, 440, 987.77}) {
            PluckedString.render(out, out.length, hertz, .5, 4, 1);
            double best = 0;
            double bestCents = -99;
            for (double cents = -40; cents <= 40; cents += 2) {
                double power = power(out, hertz * Voice.ratio(cents));
                if (power > best) {
                    best = power;
                    bestCents = cents;
                }
            }
            assertEquals(0, bestCents, 6, "at " + hertz + " Hz");
        }
    }

    @Test
    void stylesDifferInTreble() {
        double techno = treble(render(Style.TECHNO, 1, 2).left());
        double ambient = treble(render(Style.AMBIENT, 1, 2).left());
        assertTrue(techno > 1.5 * ambient, "techno " + techno + ", ambient " + ambient);
    }

    private Stereo render(Style style, long artist, long seed) {
        return synthesizer.render(new Composer(Palette.of(style, artist)).compose(seed, 12));
    }

    private static double energy(float[] samples, int from, int to) {
        double sum = 1e-7;
        for (int i = from; i < to; i++) {
            sum += samples[i] * samples[i];
        }
        return sum;
    }

    /// The share of what changes from sample to sample.
    private static double treble(float[] samples) {
        double change = 0;
        for (int i = 1; i < samples.length; i++) {
            change += (samples[i] - samples[i - 1]) * (samples[i] - samples[i - 1]);
        }
        return change / energy(samples, 0, samples.length);
    }

    private static double power(float[] samples, double hertz) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < samples.length; i++) {
            double angle = 2 * Math.PI * hertz * i / Synthesizer.SAMPLE_RATE;
            real += samples[i] * Math.cos(angle);
            imaginary += samples[i] * Math.sin(angle);
        }
        return real * real + imaginary * imaginary;
    }
}
