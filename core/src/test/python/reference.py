#!/usr/bin/env python3
"""Makes the reference numbers used in WeightsTest, MetricsTest and EvaluationTest, with numpy,
scipy and scikit-learn.

    /usr/bin/python3 core/src/test/python/reference.py
"""
import numpy as np

counts = np.zeros((8, 4))
counts[0] = [10, 0, 3, 1]
counts[1] = [0, 5, 0, 1]
counts[2] = [200, 1, 0, 0]
counts[7] = [0, 0, 0, 2]
n = counts.shape[0]
df = (counts > 0).sum(axis=0)
idf = np.maximum(0, np.log(n) - np.log1p(df))


def bm25(k1, b):
    length = counts.sum(axis=1) / counts.sum(axis=1).mean()
    norm = k1 * ((1 - b) + b * length)[:, None]
    return counts * (k1 + 1) / (norm + counts) * idf


def tfidf():
    w = np.sqrt(counts) * idf
    return w / np.maximum(np.linalg.norm(w, axis=1), 1e-30)[:, None]


def metrics(hits, k, relevant):
    hits = np.array(hits, dtype=float)[:k]
    at = np.arange(1, len(hits) + 1)
    precision = hits.sum() / k
    recall = hits.sum() / relevant
    ap = (hits * np.cumsum(hits) / at).sum() / min(k, relevant)
    dcg = (hits / np.log2(at + 1)).sum()
    ideal = (1 / np.log2(np.arange(1, min(k, relevant) + 1) + 1)).sum()
    capped = hits.sum() / min(k, relevant)
    first = (hits / at).max() if hits.any() else 0
    return np.array([precision, recall, capped, ap, dcg / ideal, first, float(hits.any())])


np.set_printoptions(precision=7, suppress=True)
print("bm25(1.2, .75)\n", bm25(1.2, 0.75))
print("bm25(100, .8)\n", bm25(100, 0.8))
print("tfidf\n", tfidf())
print("1 0 1 0 0, k 5, 3 relevant", metrics([1, 0, 1, 0, 0], 5, 3))
print("0 1 1, k 10, 20 relevant", metrics([0, 1, 1], 10, 20))
print("1 1, k 2, 5 relevant", metrics([1, 1], 2, 5))

# A small world for EvaluationTest: popularity ranks it, every metric by its definition.
from itertools import combinations

from scipy import stats
from sklearn.metrics import ndcg_score, roc_auc_score

train = np.array([
    [5, 1, 0, 0, 0, 0, 0, 0],
    [3, 0, 2, 0, 0, 0, 0, 0],
    [1, 2, 0, 4, 0, 0, 0, 0],
    [0, 1, 1, 0, 2, 0, 0, 0],
    [2, 0, 0, 1, 0, 1, 0, 0],
    [1, 1, 1, 0, 0, 0, 1, 0],
]) > 0
test = np.array([
    [0, 0, 1, 0, 0, 1, 0, 0],
    [0, 1, 0, 1, 0, 0, 0, 0],
    [0, 0, 1, 0, 0, 0, 1, 0],
    [1, 0, 0, 0, 0, 0, 0, 0],
    [0, 0, 0, 0, 1, 0, 0, 0],
    [0, 0, 0, 0, 0, 0, 0, 0],
]) > 0
unrankable = np.array([0, 1, 0, 0, 0, 0])
popularity = train.sum(axis=0)
candidates = np.flatnonzero(popularity)
people = len(train)
tested = [u for u in range(people) if test[u].any()]
unit = train / np.maximum(1, np.sqrt(popularity))


def ranking(user, n):
    items = [i for i in candidates if not train[user, i]]
    return sorted(items, key=lambda i: (-popularity[i], i))[:n]


def gini(x):
    return np.abs(np.subtract.outer(x, x)).sum() / (2 * len(x) ** 2 * x.mean())


for k in (2, 4):
    rows, shown = [], np.zeros(len(popularity))
    for user in tested:
        items = ranking(user, k)
        shown[items] += 1
        hits = [test[user, i] for i in items]
        pairs = list(combinations(items, 2))
        rows.append(np.concatenate([
            metrics(hits, k, test[user].sum() + unrankable[user]),
            [
                np.mean([-np.log2(popularity[i] / people) for i in items]),
                1 - np.mean([unit[:, i] @ unit[:, j] for i, j in pairs]),
                np.mean([popularity[i] / people for i in items]),
            ],
        ]))
    habit = np.mean([np.mean(popularity[train[u]] / people) for u in tested])
    means = np.mean(rows, axis=0)
    print("world, k", k, means)
    print("  coverage, gini, bias", (shown[candidates] > 0).mean(), gini(shown[candidates]),
          means[-1] / habit)
auc = []
for user in tested:
    rest = [i for i in candidates if not train[user, i]]
    auc.append(roc_auc_score(test[user, rest], popularity[rest]))
print("auc", np.mean(auc))
# The whole formula of NDCG once more, by somebody else: user 0, all relevant items rankable.
rest = [i for i in candidates if not train[0, i]]
position = np.array([-ranking(0, 9).index(i) for i in rest], dtype=float)
print("ndcg@4 of user 0", ndcg_score([test[0, rest]], [position], k=4))

# A paired comparison: all 2^12 signs by scipy, and a percentile bootstrap.
one = np.array([.31, .12, .55, .40, .08, .77, .23, .64, .19, .35, .50, .28])
other = np.array([.25, .15, .41, .38, .02, .70, .25, .49, .11, .36, .37, .20])
test_ = stats.permutation_test((one, other), lambda a, b, axis: (a - b).mean(axis=axis),
                               permutation_type="samples", n_resamples=np.inf, vectorized=True)
interval = stats.bootstrap((one - other,), np.mean, n_resamples=100_000, method="percentile",
                           random_state=1).confidence_interval
print("paired: difference", (one - other).mean(), "p", test_.pvalue, "interval", interval)
