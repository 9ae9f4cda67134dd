package segue.engine.tracks;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import segue.engine.names.Folding;

/// Texts that many rows share, each held once; 0 is the empty one. Not to be changed once it is
/// read by several threads.
final class Dictionary {

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();

    Dictionary() {
        number("");
    }

    int number(String text) {
        Integer known = numbers.get(text);
        if (known == null) {
            numbers.put(text, texts.size());
            texts.add(text);
            return texts.size() - 1;
        }
        return known;
    }

    String text(int number) {
        return texts.get(number);
    }

    int size() {
        return texts.size();
    }

    /// Which of the texts fit.
    boolean[] fitting(Predicate<String> rule) {
        boolean[] fits = new boolean[texts.size()];
        for (int i = 0; i < fits.length; i++) {
            fits[i] = rule.test(texts.get(i));
        }
        return fits;
    }

    /// The place of each text in the order of the folded alphabet; the empty one is last.
    int[] places() {
        record Folded(String text, int number) {}
        List<Folded> order = new ArrayList<>();
        for (int i = 1; i < texts.size(); i++) {
            order.add(new Folded(Folding.fold(texts.get(i)), i));
        }
        order.sort(
                (a, b) -> {
                    int byText = a.text().compareTo(b.text());
                    return byText != 0 ? byText : Integer.compare(a.number(), b.number());
                });
        int[] places = new int[texts.size()];
        places[0] = Integer.MAX_VALUE;
        for (int place = 0; place < order.size(); place++) {
            places[order.get(place).number()] =
                    place > 0 && order.get(place).text().equals(order.get(place - 1).text())
                            ? places[order.get(place - 1).number()]
                            : place;
        }
        return places;
    }
}
