package segue.core.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/// The kernels on the widest vectors of the machine, by the JDK's Vector API. Sums of several rows
/// are kept in registers (tiles of 6 rows × 2 vectors), so that each loaded vector serves six fused
/// multiply-adds.
///
/// Lanes are added in a fixed tree of shuffles, never by `reduceLanes`: the order of that one
/// differs between interpreted and compiled code, and with it the last bit of every model.
///
/// The loops that matter are methods of more than 325 bytes of code (HotSpot's FreqInlineSize), so
/// that they are compiled on their own. Smaller ones were inlined into large callers until the
/// compiler ran out of nodes and boxed every vector: the same program ran at half speed in every
/// other process.
public final class SimdKernels implements Kernels {

    static final VectorSpecies<Float> S =
            FloatVector.SPECIES_PREFERRED.length() > 16
                    ? FloatVector.SPECIES_512
                    : FloatVector.SPECIES_PREFERRED;
    static final int L = S.length();

    private static final VectorShuffle<Float> HALF = partner(L / 2);
    private static final VectorShuffle<Float> QUARTER = partner(L / 4);
    private static final VectorShuffle<Float> EIGHTH = partner(L / 8);
    private static final VectorShuffle<Float> NEXT = partner(1);
    private static final VectorMask<Float> UPPER_HALF = having(L / 2);
    private static final VectorMask<Float> UPPER_QUARTER = having(L / 4);
    private static final VectorMask<Float> FIRST_FOUR = VectorMask.fromLong(S, 0b1111);

    /// Brings the sums of rows 0 to 3, which [#rowDots8] has in the order 0, 2, 1, 3, to the front.
    private static final VectorShuffle<Float> FRONT =
            VectorShuffle.fromOp(
                    S, lane -> (lane % 4 == 1 ? 2 : lane % 4 == 2 ? 1 : lane % 4) * (L / 4));

    private static VectorShuffle<Float> partner(int distance) {
        return VectorShuffle.fromOp(S, lane -> lane ^ distance);
    }

    private static VectorMask<Float> having(int bit) {
        long lanes = 0;
        for (int lane = 0; lane < L; lane++) {
            lanes |= (lane & bit) != 0 ? 1L << lane : 0;
        }
        return VectorMask.fromLong(S, lanes);
    }

    /// The sum of all lanes.
    static float sum(FloatVector v) {
        FloatVector s = v.add(v.rearrange(HALF));
        s = s.add(s.rearrange(QUARTER));
        if (L >= 16) {
            s = s.add(s.rearrange(EIGHTH));
        }
        if (L >= 8) {
            s = s.add(s.rearrange(NEXT));
        }
        return s.lane(0);
    }

    static FloatVector load(float[] array, int at) {
        return FloatVector.fromArray(S, array, at);
    }

    static FloatVector all(float value) {
        return FloatVector.broadcast(S, value);
    }

    @Override
    public float dot(float[] a, int aFrom, float[] b, int bFrom, int n) {
        FloatVector sum0 = FloatVector.zero(S);
        FloatVector sum1 = FloatVector.zero(S);
        int k = 0;
        for (; k + 2 * L <= n; k += 2 * L) {
            sum0 = load(a, aFrom + k).fma(load(b, bFrom + k), sum0);
            sum1 = load(a, aFrom + k + L).fma(load(b, bFrom + k + L), sum1);
        }
        if (k + L <= n) {
            sum0 = load(a, aFrom + k).fma(load(b, bFrom + k), sum0);
            k += L;
        }
        float tail = 0;
        for (; k < n; k++) {
            tail += a[aFrom + k] * b[bFrom + k];
        }
        return sum(sum0.add(sum1)) + tail;
    }

    @Override
    public void addScaled(float scale, float[] x, int xFrom, float[] y, int yFrom, int n) {
        FloatVector s = all(scale);
        int k = 0;
        for (; k + L <= n; k += L) {
            load(x, xFrom + k).fma(s, load(y, yFrom + k)).intoArray(y, yFrom + k);
        }
        for (; k < n; k++) {
            y[yFrom + k] += scale * x[xFrom + k];
        }
    }

    @Override
    public void rowDots(float[] z, int count, int rank, float[] p, float[] out) {
        int i = 0;
        for (; i + 8 <= count; i += 8) {
            rowDots8(z, i * rank, rank, p, out, i);
        }
        for (; i < count; i++) {
            out[i] = dot(z, i * rank, p, 0, rank);
        }
    }

    /// Eight rows at once; the lane sums are written out, see the note on method sizes above.
    private static void rowDots8(float[] z, int z0, int rank, float[] p, float[] out, int to) {
        int z4 = z0 + 4 * rank;
        FloatVector s0 = FloatVector.zero(S);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        FloatVector s4 = s0;
        FloatVector s5 = s0;
        FloatVector s6 = s0;
        FloatVector s7 = s0;
        for (int k = 0; k < rank; k += L) {
            FloatVector v = load(p, k);
            s0 = load(z, z0 + k).fma(v, s0);
            s1 = load(z, z0 + rank + k).fma(v, s1);
            s2 = load(z, z0 + 2 * rank + k).fma(v, s2);
            s3 = load(z, z0 + 3 * rank + k).fma(v, s3);
            s4 = load(z, z4 + k).fma(v, s4);
            s5 = load(z, z4 + rank + k).fma(v, s5);
            s6 = load(z, z4 + 2 * rank + k).fma(v, s6);
            s7 = load(z, z4 + 3 * rank + k).fma(v, s7);
        }
        s0 = s0.blend(s1, UPPER_HALF).add(s1.blend(s0, UPPER_HALF).rearrange(HALF));
        s2 = s2.blend(s3, UPPER_HALF).add(s3.blend(s2, UPPER_HALF).rearrange(HALF));
        s4 = s4.blend(s5, UPPER_HALF).add(s5.blend(s4, UPPER_HALF).rearrange(HALF));
        s6 = s6.blend(s7, UPPER_HALF).add(s7.blend(s6, UPPER_HALF).rearrange(HALF));
        s0 = s0.blend(s2, UPPER_QUARTER).add(s2.blend(s0, UPPER_QUARTER).rearrange(QUARTER));
        s4 = s4.blend(s6, UPPER_QUARTER).add(s6.blend(s4, UPPER_QUARTER).rearrange(QUARTER));
        if (L >= 16) {
            s0 = s0.add(s0.rearrange(EIGHTH));
            s4 = s4.add(s4.rearrange(EIGHTH));
        }
        if (L >= 8) {
            s0 = s0.add(s0.rearrange(NEXT));
            s4 = s4.add(s4.rearrange(NEXT));
        }
        s0.rearrange(FRONT).intoArray(out, to, FIRST_FOUR);
        s4.rearrange(FRONT).intoArray(out, to + 4, FIRST_FOUR);
    }

    @Override
    public void addRows(float[] z, int count, int rank, float[] weights, float[] out) {
        int whole = count / 8 * 8;
        for (int k = 0; whole > 0 && k < rank; k += 2 * L) {
            addRows8(z, k, whole, rank, weights, out);
        }
        for (int i = whole; i < count; i++) {
            addScaled(weights[i], z, i * rank, out, 0, rank);
        }
    }

    /// Two vectors of columns of `count` rows, eight at a time in eight chains of additions.
    private static void addRows8(
            float[] z, int k, int count, int rank, float[] weights, float[] out) {
        FloatVector a0 = load(out, k);
        FloatVector a1 = load(out, k + L);
        FloatVector b0 = FloatVector.zero(S);
        FloatVector b1 = b0;
        FloatVector c0 = b0;
        FloatVector c1 = b0;
        FloatVector d0 = b0;
        FloatVector d1 = b0;
        for (int i = 0; i < count; i += 8) {
            int row = i * rank + k;
            FloatVector w = all(weights[i]);
            a0 = load(z, row).fma(w, a0);
            a1 = load(z, row + L).fma(w, a1);
            row += rank;
            w = all(weights[i + 1]);
            b0 = load(z, row).fma(w, b0);
            b1 = load(z, row + L).fma(w, b1);
            row += rank;
            w = all(weights[i + 2]);
            c0 = load(z, row).fma(w, c0);
            c1 = load(z, row + L).fma(w, c1);
            row += rank;
            w = all(weights[i + 3]);
            d0 = load(z, row).fma(w, d0);
            d1 = load(z, row + L).fma(w, d1);
            row += rank;
            w = all(weights[i + 4]);
            a0 = load(z, row).fma(w, a0);
            a1 = load(z, row + L).fma(w, a1);
            row += rank;
            w = all(weights[i + 5]);
            b0 = load(z, row).fma(w, b0);
            b1 = load(z, row + L).fma(w, b1);
            row += rank;
            w = all(weights[i + 6]);
            c0 = load(z, row).fma(w, c0);
            c1 = load(z, row + L).fma(w, c1);
            row += rank;
            w = all(weights[i + 7]);
            d0 = load(z, row).fma(w, d0);
            d1 = load(z, row + L).fma(w, d1);
        }
        a0.add(b0).add(c0.add(d0)).intoArray(out, k);
        a1.add(b1).add(c1.add(d1)).intoArray(out, k + L);
    }

    @Override
    public void rankUpdate(
            float[] z, int zFrom, float[] scaled, int scaledFrom, int count, int rank, float[] a) {
        int row = 0;
        for (; row + 6 <= rank; row += 6) {
            for (int column = row / (2 * L) * 2 * L; column < rank; column += 2 * L) {
                updateTile6(
                        z, zFrom + column, scaled, scaledFrom + row, count, rank, a, row, column);
            }
        }
        for (; row < rank; row += 2) {
            for (int column = row / (2 * L) * 2 * L; column < rank; column += 2 * L) {
                updateTile2(
                        z, zFrom + column, scaled, scaledFrom + row, count, rank, a, row, column);
            }
        }
    }

    private static void updateTile6(
            float[] z,
            int zAt,
            float[] s,
            int sAt,
            int count,
            int rank,
            float[] a,
            int row,
            int column) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector b0 = a0;
        FloatVector a1 = a0;
        FloatVector b1 = a0;
        FloatVector a2 = a0;
        FloatVector b2 = a0;
        FloatVector a3 = a0;
        FloatVector b3 = a0;
        FloatVector a4 = a0;
        FloatVector b4 = a0;
        FloatVector a5 = a0;
        FloatVector b5 = a0;
        for (int i = 0; i < count; i++) {
            FloatVector u = load(z, zAt + i * rank);
            FloatVector v = load(z, zAt + i * rank + L);
            int at = sAt + i * rank;
            FloatVector w = all(s[at]);
            a0 = u.fma(w, a0);
            b0 = v.fma(w, b0);
            w = all(s[at + 1]);
            a1 = u.fma(w, a1);
            b1 = v.fma(w, b1);
            w = all(s[at + 2]);
            a2 = u.fma(w, a2);
            b2 = v.fma(w, b2);
            w = all(s[at + 3]);
            a3 = u.fma(w, a3);
            b3 = v.fma(w, b3);
            w = all(s[at + 4]);
            a4 = u.fma(w, a4);
            b4 = v.fma(w, b4);
            w = all(s[at + 5]);
            a5 = u.fma(w, a5);
            b5 = v.fma(w, b5);
        }
        int to = row * rank + column;
        add(a0, b0, a, to);
        add(a1, b1, a, to + rank);
        add(a2, b2, a, to + 2 * rank);
        add(a3, b3, a, to + 3 * rank);
        add(a4, b4, a, to + 4 * rank);
        add(a5, b5, a, to + 5 * rank);
    }

    private static void updateTile2(
            float[] z,
            int zAt,
            float[] s,
            int sAt,
            int count,
            int rank,
            float[] a,
            int row,
            int column) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector b0 = a0;
        FloatVector a1 = a0;
        FloatVector b1 = a0;
        for (int i = 0; i < count; i++) {
            FloatVector u = load(z, zAt + i * rank);
            FloatVector v = load(z, zAt + i * rank + L);
            int at = sAt + i * rank;
            FloatVector w = all(s[at]);
            a0 = u.fma(w, a0);
            b0 = v.fma(w, b0);
            w = all(s[at + 1]);
            a1 = u.fma(w, a1);
            b1 = v.fma(w, b1);
        }
        int to = row * rank + column;
        add(a0, b0, a, to);
        add(a1, b1, a, to + rank);
    }

    private static void add(FloatVector low, FloatVector high, float[] a, int to) {
        load(a, to).add(low).intoArray(a, to);
        load(a, to + L).add(high).intoArray(a, to + L);
    }

    @Override
    public void scores(
            float[] users,
            int from,
            int count,
            int rank,
            float[] panel,
            int panelFrom,
            float[] out) {
        for (int j = 0; j < PAD; j += 2 * L) {
            if (count == TILE) {
                scoreTile6(users, from, rank, panel, panelFrom + j, out, j);
            } else {
                for (int u = 0; u < count; u++) {
                    scoreTile1(
                            users, from + u * rank, rank, panel, panelFrom + j, out, u * PAD + j);
                }
            }
        }
    }

    private static void scoreTile6(
            float[] users, int from, int rank, float[] panel, int panelFrom, float[] out, int to) {
        FloatVector a0 = FloatVector.zero(S);
        FloatVector b0 = a0;
        FloatVector a1 = a0;
        FloatVector b1 = a0;
        FloatVector a2 = a0;
        FloatVector b2 = a0;
        FloatVector a3 = a0;
        FloatVector b3 = a0;
        FloatVector a4 = a0;
        FloatVector b4 = a0;
        FloatVector a5 = a0;
        FloatVector b5 = a0;
        for (int k = 0; k < rank; k++) {
            FloatVector u = load(panel, panelFrom + k * PAD);
            FloatVector v = load(panel, panelFrom + k * PAD + L);
            int at = from + k;
            FloatVector w = all(users[at]);
            a0 = u.fma(w, a0);
            b0 = v.fma(w, b0);
            w = all(users[at + rank]);
            a1 = u.fma(w, a1);
            b1 = v.fma(w, b1);
            w = all(users[at + 2 * rank]);
            a2 = u.fma(w, a2);
            b2 = v.fma(w, b2);
            w = all(users[at + 3 * rank]);
            a3 = u.fma(w, a3);
            b3 = v.fma(w, b3);
            w = all(users[at + 4 * rank]);
            a4 = u.fma(w, a4);
            b4 = v.fma(w, b4);
            w = all(users[at + 5 * rank]);
            a5 = u.fma(w, a5);
            b5 = v.fma(w, b5);
        }
        put(a0, b0, out, to);
        put(a1, b1, out, to + PAD);
        put(a2, b2, out, to + 2 * PAD);
        put(a3, b3, out, to + 3 * PAD);
        put(a4, b4, out, to + 4 * PAD);
        put(a5, b5, out, to + 5 * PAD);
    }

    private static void scoreTile1(
            float[] users, int from, int rank, float[] panel, int panelFrom, float[] out, int to) {
        FloatVector a = FloatVector.zero(S);
        FloatVector b = a;
        for (int k = 0; k < rank; k++) {
            FloatVector w = all(users[from + k]);
            a = load(panel, panelFrom + k * PAD).fma(w, a);
            b = load(panel, panelFrom + k * PAD + L).fma(w, b);
        }
        put(a, b, out, to);
    }

    private static void put(FloatVector low, FloatVector high, float[] out, int to) {
        low.intoArray(out, to);
        high.intoArray(out, to + L);
    }

    @Override
    public int above(float[] values, int from, float threshold) {
        FloatVector limit = all(threshold);
        long mask = 0;
        for (int j = 0; j < PAD; j += L) {
            mask |= load(values, from + j).compare(VectorOperators.GT, limit).toLong() << j;
        }
        return (int) mask;
    }

    @Override
    public void eliminate(float[] a, int n, int first, int last, int row) {
        // Starts at a whole vector, so that rows of padded length need no tail; what lies before
        // the diagonal is never read.
        int from = row / L * L;
        int whole = from + (n - from) / L * L;
        int pivot = first;
        for (; pivot + 4 <= last; pivot += 4) {
            eliminate4(a, n, pivot * n, row, from, whole);
        }
        for (; pivot < last; pivot++) {
            addScaled(-a[pivot * n + row], a, pivot * n + from, a, row * n + from, whole - from);
        }
        for (int j = Math.max(row, whole); j < n; j++) {
            float value = a[row * n + j];
            for (int p = first; p < last; p++) {
                value -= a[p * n + row] * a[p * n + j];
            }
            a[row * n + j] = value;
        }
    }

    private static void eliminate4(float[] a, int n, int p0, int row, int from, int to) {
        int p1 = p0 + n;
        int p2 = p1 + n;
        int p3 = p2 + n;
        FloatVector s0 = all(-a[p0 + row]);
        FloatVector s1 = all(-a[p1 + row]);
        FloatVector s2 = all(-a[p2 + row]);
        FloatVector s3 = all(-a[p3 + row]);
        for (int j = from; j < to; j += L) {
            FloatVector even = load(a, p0 + j).fma(s0, load(a, row * n + j));
            FloatVector odd = load(a, p1 + j).mul(s1);
            even = load(a, p2 + j).fma(s2, even);
            odd = load(a, p3 + j).fma(s3, odd);
            even.add(odd).intoArray(a, row * n + j);
        }
    }

    @Override
    public void combine(
            int[] columns, float[] weights, int from, int to, float[] rows, int rank, float[] out) {
        SimdDescent.combine(columns, weights, from, to, rows, rank, out);
    }

    @Override
    public float descend(float[] gram, int stride, int rank, float[] x, float[] b) {
        return SimdDescent.descend(gram, stride, rank, x, b);
    }
}
