package segue.engine.features;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import segue.core.math.Matrix;
import segue.library.Feature;

/// Names components after their strongest features, no two alike.
final class Naming {

    private Naming() {}

    /// One name a component: its strongest feature; those whose strongest is taken by a component
    /// that has more of it are called by their next ones too ("energy + tempo").
    ///
    /// @param features `features × components`
    static List<String> names(List<Feature> columns, Matrix features) {
        int rank = features.columns();
        List<List<Integer>> orders = new ArrayList<>();
        for (int k = 0; k < rank; k++) {
            orders.add(order(features, k));
        }
        List<Integer> turn =
                IntStream.range(0, rank)
                        .boxed()
                        .sorted(
                                Comparator.comparingDouble(
                                        (Integer k) -> -features.at(orders.get(k).getFirst(), k)))
                        .toList();
        String[] names = new String[rank];
        Set<String> taken = new HashSet<>();
        for (int k : turn) {
            StringBuilder name = new StringBuilder();
            for (int feature : orders.get(k)) {
                name.append(name.isEmpty() ? "" : " + ").append(columns.get(feature).column());
                if (taken.add(name.toString())) {
                    break;
                }
            }
            names[k] = name.toString();
        }
        return List.of(names);
    }

    /// The features of a component, the strongest first.
    static List<Integer> order(Matrix features, int component) {
        return IntStream.range(0, features.rows())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> -features.at(row, component)))
                .toList();
    }
}
