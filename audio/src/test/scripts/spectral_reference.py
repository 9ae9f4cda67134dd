"""Reference numbers for SpectralShapeTest, SpectralContrastTest, CepstrumTest (numpy, scipy).

python3 audio/src/test/scripts/spectral_reference.py
"""

import numpy as np
from scipy.fft import dct

SIZE, RATE = 1024, 22050


def spectrum():
    """The magnitudes of the tests: a linear congruential generator, falling with frequency."""
    state, out = 12345, []
    for k in range(SIZE // 2 + 1):
        state = (1103515245 * state + 12345) % 2**31
        out.append((state / 2**31 + 0.01) / (1 + k / 40))
    return np.array(out)


m = spectrum()
hertz = np.arange(len(m)) * RATE / SIZE
p = m[1:] ** 2
f = hertz[1:]
centroid = (f * p).sum() / p.sum()
spread = np.sqrt((f**2 * p).sum() / p.sum() - centroid**2)
rolloff = f[np.searchsorted(np.cumsum(p), 0.85 * p.sum())]
flatness = np.exp(np.mean(np.log(p / p.mean() + 1e-9)))
print("centroid %.3f spread %.3f rolloff %.3f flatness %.6f" % (centroid, spread, rolloff, flatness))

edges = [0, 200, 400, 800, 1600, 3200, 6400]
starts = [max(1, int(np.ceil(e / (RATE / SIZE)))) for e in edges] + [len(m)]
floor = m[1:].max() * 1e-5
contrast = []
for a, b in zip(starts, starts[1:]):
    s = np.sort(m[a:b])
    n = max(1, int(np.floor(0.2 * (b - a) + 0.5)))
    contrast.append(20 * np.log10((s[-n:].mean() + floor) / (s[:n].mean() + floor)))
print("contrast", np.round(contrast, 3))

bands = np.array([np.sin(b) * 10 - b for b in range(40)])
print("cepstrum", np.round(dct(bands, type=2, norm="ortho")[:5], 3))
