package segue.audio.feature;

import java.util.Arrays;
import segue.audio.dsp.OctaveBands;
import segue.audio.dsp.Stft;

/// Draws the [Waveform] of a stream of unknown length: when the cells are full, neighbours are
/// merged and each cell stands for twice as many frames. A cell holds the strongest frame's
/// magnitude in each band. Memory is fixed. Listens after the [OctaveBands] it is given. Not
/// thread-safe.
public final class WaveformSketch implements Stft.Listener {

    private static final int CELLS = 2 * Waveform.MAX_COLUMNS;

    private final OctaveBands octaves;
    private final float[][] cells = new float[Waveform.BANDS][CELLS];
    private int used;
    private int framesACell = 1;
    private int framesInLast = framesACell;

    public WaveformSketch(OctaveBands octaves) {
        this.octaves = octaves;
    }

    @Override
    public void frame(float[] magnitudes) {
        if (framesInLast == framesACell) {
            if (used == CELLS) {
                halve();
            }
            used++;
            framesInLast = 0;
        }
        take(0, octaves.power(0, OctaveBands.MID));
        take(1, octaves.power(OctaveBands.MID, OctaveBands.HIGH));
        take(2, octaves.power(OctaveBands.HIGH, OctaveBands.COUNT));
        framesInLast++;
    }

    private void take(int band, float power) {
        cells[band][used - 1] = Math.max(cells[band][used - 1], power);
    }

    /// Only called when all cells are full, so that the last of the merged ones is full as well.
    private void halve() {
        for (float[] band : cells) {
            for (int c = 0; c < CELLS / 2; c++) {
                band[c] = Math.max(band[2 * c], band[2 * c + 1]);
            }
            Arrays.fill(band, CELLS / 2, CELLS, 0);
        }
        used = CELLS / 2;
        framesACell *= 2;
        framesInLast = framesACell;
    }

    /// The drawing so far.
    public Waveform finish() {
        int columns = Math.min(used, Waveform.MAX_COLUMNS);
        float most = Float.MIN_NORMAL;
        for (float[] band : cells) {
            for (int c = 0; c < used; c++) {
                most = Math.max(most, band[c]);
            }
        }
        byte[] bytes = new byte[columns * Waveform.BANDS];
        for (int column = 0; column < columns; column++) {
            int from = (int) ((long) column * used / columns);
            int to = (int) ((long) (column + 1) * used / columns);
            for (int band = 0; band < Waveform.BANDS; band++) {
                float peak = 0;
                for (int c = from; c < to; c++) {
                    peak = Math.max(peak, cells[band][c]);
                }
                // power → magnitude → square root
                double height = 255 * Math.pow(peak / most, .25);
                bytes[Waveform.BANDS * column + band] = (byte) Math.round(height);
            }
        }
        return new Waveform(bytes);
    }
}
