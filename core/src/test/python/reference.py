#!/usr/bin/env python3
"""Makes the reference numbers used in WeightsTest and MetricsTest, with numpy alone.

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
    return precision, recall, ap, dcg / ideal


np.set_printoptions(precision=7, suppress=True)
print("bm25(1.2, .75)\n", bm25(1.2, 0.75))
print("bm25(100, .8)\n", bm25(100, 0.8))
print("tfidf\n", tfidf())
print("1 0 1 0 0, k 5, 3 relevant", metrics([1, 0, 1, 0, 0], 5, 3))
print("0 1 1, k 10, 20 relevant", metrics([0, 1, 1], 10, 20))
print("1 1, k 2, 5 relevant", metrics([1, 1], 2, 5))
