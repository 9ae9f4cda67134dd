package segue.core.rank;

import segue.core.model.Ranking;

/// A ranking in another order.
final class Orders {

    private Orders() {}

    /// @param places the places of `ranking` in their new order
    static Ranking of(Ranking ranking, Ranking places) {
        int[] order = new int[places.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = places.item(i);
        }
        return of(ranking, order);
    }

    /// @param places the places of `ranking` in their new order
    static Ranking of(Ranking ranking, int[] places) {
        int[] items = new int[places.length];
        float[] scores = new float[places.length];
        for (int i = 0; i < places.length; i++) {
            items[i] = ranking.item(places[i]);
            scores[i] = ranking.score(places[i]);
        }
        return new Ranking(items, scores, ranking.best());
    }
}
