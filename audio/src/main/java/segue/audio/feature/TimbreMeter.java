package segue.audio.feature;

import segue.audio.dsp.Cepstrum;
import segue.audio.dsp.MelBands;
import segue.audio.dsp.Moments;
import segue.audio.dsp.OctaveBands;
import segue.audio.dsp.SpectralContrast;
import segue.audio.dsp.SpectralShape;
import segue.audio.dsp.Stft;

/// Measures the [Timbre]: statistics over all frames that are not silent, joined at the end by what
/// is known of rhythm and harmony.
///
/// Every second frame of the shared transform is looked at (43 a second), every eighth for the
/// contrast. Frames 60 dB below the loudest so far count as silence. Memory is fixed. Listens after
/// the bands that it is given. Not thread-safe.
public final class TimbreMeter implements Stft.Listener {

    private static final int MFCCS = 20;
    private static final int MOVING_MFCCS = 12;
    private static final int CONTRAST_EVERY = 8;
    private static final float SILENCE = 1e-6f;
    private static final float FLOOR = 1e-4f;
    private static final float NOTHING = 1e-9f;

    private final MelBands mel;
    private final OctaveBands octaves;
    private final float[] bands;
    private final Cepstrum cepstrum;
    private final SpectralShape spectralShape = new SpectralShape(Stft.SIZE, Stft.SAMPLE_RATE);
    private final SpectralContrast spectralContrast =
            new SpectralContrast(Stft.SIZE, Stft.SAMPLE_RATE);
    private final LevelMovement movement = new LevelMovement();

    private final float[] mfcc = new float[MFCCS];
    private final float[] balance = new float[OctaveBands.COUNT];
    private final float[] shape = new float[4];
    private final float[] contrast = new float[SpectralContrast.COUNT];
    private final float[] level = new float[1];
    private final Moments mfccs = new Moments(MFCCS);
    private final Moments balances = new Moments(OctaveBands.COUNT);
    private final Moments shapes = new Moments(4);
    private final Moments contrasts = new Moments(SpectralContrast.COUNT);
    private final Moments levels = new Moments(1);
    private float loudest;
    private float loudestBand;
    private long frames;

    /// @param mel the bands of the shared transform
    /// @param octaves as many
    public TimbreMeter(MelBands mel, OctaveBands octaves) {
        this.mel = mel;
        this.octaves = octaves;
        bands = new float[mel.count()];
        cepstrum = new Cepstrum(mel.count(), MFCCS);
    }

    @Override
    public void frame(float[] magnitudes) {
        movement.add((float) Math.sqrt(octaves.power(3, OctaveBands.HIGH)));
        long frame = frames++;
        if (frame % 2 != 0) {
            return;
        }
        float total = octaves.total();
        loudest = Math.max(loudest, total);
        if (!(total > loudest * SILENCE) || total < NOTHING * NOTHING) {
            mfccs.gap();
            levels.gap();
            return;
        }
        level[0] = decibels(total);
        levels.add(level);
        takeMfcc();
        for (int b = 0; b < balance.length; b++) {
            balance[b] = decibels(octaves.power(b) / total + SILENCE);
        }
        balances.add(balance);
        spectralShape.measure(magnitudes);
        shape[0] = log2(spectralShape.centroid());
        shape[1] = log2(spectralShape.spread());
        shape[2] = log2(spectralShape.rolloff());
        shape[3] = log2(spectralShape.flatness() * 1024);
        shapes.add(shape);
        if (frame % CONTRAST_EVERY == 0) {
            spectralContrast.measure(magnitudes, contrast);
            contrasts.add(contrast);
        }
    }

    private void takeMfcc() {
        mel.latest(bands);
        for (float band : bands) {
            loudestBand = Math.max(loudestBand, band);
        }
        float floor = loudestBand * FLOOR;
        for (int b = 0; b < bands.length; b++) {
            bands[b] = 2 * decibels(bands[b] + floor);
        }
        cepstrum.apply(bands, mfcc);
        mfccs.add(mfcc);
    }

    /// The vector, once all was heard.
    public Timbre finish(RhythmPattern rhythm, KeyEstimate key, Chroma chroma) {
        float[] values = new float[Timbre.SIZE];
        for (int c = 1; c < MFCCS; c++) {
            put(values, Timbre.Part.MFCC_MEAN, c - 1, mfccs.mean(c));
        }
        for (int c = 1; c <= MOVING_MFCCS; c++) {
            put(values, Timbre.Part.MFCC_DEVIATION, c - 1, mfccs.deviation(c));
            put(values, Timbre.Part.MFCC_CHANGE, c - 1, mfccs.change(c));
        }
        statistics(values, balances, Timbre.Part.BALANCE, Timbre.Part.BALANCE_DEVIATION);
        statistics(values, contrasts, Timbre.Part.CONTRAST, Timbre.Part.CONTRAST_DEVIATION);
        statistics(values, shapes, Timbre.Part.SHAPE, Timbre.Part.SHAPE_DEVIATION);
        rhythm.describe(values);
        Chroma relative = chroma.relativeTo(key.key().tonic());
        for (int p = 0; p < 12; p++) {
            put(values, Timbre.Part.NOTES, p, relative.mean(p));
            put(values, Timbre.Part.NOTES_DEVIATION, p, relative.deviation(p));
        }
        put(values, Timbre.Part.CHORDS, 0, Math.log1p(chroma.chordChangesPerSecond()));
        put(values, Timbre.Part.CHORDS, 1, chroma.majorShare());
        put(values, Timbre.Part.CHORDS, 2, chroma.clarity());
        put(values, Timbre.Part.MODE, 0, (key.key().minor() ? -1 : 1) * key.confidence());
        put(values, Timbre.Part.LEVEL, 0, levels.deviation(0));
        put(values, Timbre.Part.LEVEL, 1, levels.change(0));
        put(values, Timbre.Part.LEVEL, 2, movement.quietShare());
        put(values, Timbre.Part.LEVEL, 3, movement.syllables());
        return new Timbre(values);
    }

    private static void statistics(
            float[] values, Moments moments, Timbre.Part mean, Timbre.Part deviation) {
        for (int i = 0; i < mean.size(); i++) {
            put(values, mean, i, moments.mean(i));
            put(values, deviation, i, moments.deviation(i));
        }
    }

    static void put(float[] values, Timbre.Part part, int index, double value) {
        values[part.offset() + index] = (float) value;
    }

    /// Of a power.
    private static float decibels(double power) {
        return (float) (10 * Math.log10(power));
    }

    private static float log2(double value) {
        return (float) (Math.log(Math.max(1, value)) / Math.log(2));
    }
}
