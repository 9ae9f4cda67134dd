"""scikit-learn's NMF on the matrix that NmfBench wrote: file, then ranks."""
import os
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"
import sys, time, warnings
import numpy, scipy.io
from sklearn.decomposition import NMF

warnings.filterwarnings("ignore")
for dtype in (numpy.float64,):
    x = scipy.io.mmread(sys.argv[1]).tocsr().astype(dtype)
    for rank in sys.argv[2:] or ["32"]:
        for seed in range(1, 7):
            started = time.process_time()
            model = NMF(int(rank), init="nndsvda", tol=1e-4, max_iter=200, random_state=seed)
            w = model.fit_transform(x)
            seconds = time.process_time() - started
            print(f"{dtype.__name__} rank {rank} seed {seed}: {seconds:.2f} CPU s,",
                  f"{model.n_iter_} iterations, error {model.reconstruction_err_:.2f}")
