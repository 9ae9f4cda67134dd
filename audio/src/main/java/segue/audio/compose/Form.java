package segue.audio.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import segue.audio.compose.Section.Kind;

/// The plan of a piece: which sections follow each other and how long they are.
final class Form {

    private static final Kind[] KINDS = {
        Kind.INTRO, Kind.BUILD, Kind.DROP, Kind.BREAKDOWN, Kind.DROP, Kind.OUTRO
    };

    private Form() {}

    /// Sections that fill `bars`; their ends fall on even bars, in longer pieces on every fourth.
    static List<Section> draw(int bars, SplittableRandom random) {
        double[] weights = {
            random.nextDouble(.06, .18),
            random.nextDouble(.14, .26),
            random.nextDouble(.2, .3),
            random.nextDouble(.08, .2),
            random.nextDouble(.16, .28),
            random.nextDouble(.06, .14)
        };
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        int unit = bars >= 28 ? 4 : bars >= 10 ? 2 : 1;
        List<Section> sections = new ArrayList<>();
        int begin = 0;
        double reached = 0;
        for (int i = 0; i < KINDS.length; i++) {
            reached += weights[i] / total;
            int end =
                    i == KINDS.length - 1
                            ? bars
                            : Math.min(bars, (int) Math.round(reached * bars / unit) * unit);
            if (end > begin) {
                sections.add(new Section(KINDS[i], begin, end - begin));
                begin = end;
            }
        }
        return sections;
    }
}
