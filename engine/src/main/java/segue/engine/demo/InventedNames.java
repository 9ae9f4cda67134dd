package segue.engine.demo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Names that are plainly invented: put together from syllables that no language would. Each is
/// given once.
final class InventedNames {

    private static final String[] STARTS = {
        "Zu", "Bra", "Kli", "Vo", "Thra", "Mu", "Oz", "Fli", "Gno", "Spu", "Wa", "Xe", "Quo", "Ny",
        "Pla", "Dru", "Ski", "Lo", "Ye", "Ploo"
    };
    private static final String[] MIDDLES = {
        "mbo", "xi", "ndle", "rvo", "zza", "ttu", "lke", "bbi", "nka", "ffo", "gru", "ppo", "rmi",
        "sto", "vve"
    };
    private static final String[] ENDS = {
        "x", "nk", "lo", "rb", "z", "ta", "m", "sh", "wick", "doo", "p", "nth", "ll", "ro"
    };
    private static final String[] BANDS = {
        "",
        "",
        "",
        " Ensemble",
        " & the Teapots",
        " Orchestra",
        " Twins",
        " Machine",
        " Trio",
        " Society",
        " 3000",
        " Sound"
    };
    private static final String[] FIRST_WORDS = {
        "Seven",
        "Borrowed",
        "Upside-Down",
        "Almost",
        "Paper",
        "Left",
        "Twelve",
        "Sleepy",
        "Square",
        "Hello",
        "Unplugged",
        "Second",
        "Loud",
        "Tiny",
        "Late",
        "Missing"
    };
    private static final String[] LAST_WORDS = {
        "Umbrellas", "Staircase", "Marmalade", "Tuesday", "Elevator", "Pigeons", "Telescope",
        "Raincoat", "Escalator", "Lighthouse", "Bicycle", "Postcards", "Teaspoon", "Antenna",
        "Wardrobe", "Compass"
    };

    private final Draw draw;
    private final Set<String> given = new HashSet<>();

    InventedNames(Draw draw) {
        this.draw = draw;
    }

    /// "Zumbolo & the Teapots".
    String artist() {
        return unique(() -> word() + draw.of(BANDS));
    }

    /// "thraxinth".
    String listener() {
        return unique(() -> word().toLowerCase(Locale.ROOT));
    }

    /// "Borrowed Umbrellas"; the same title may be given to several artists.
    String track() {
        return draw.of(FIRST_WORDS) + " " + draw.of(LAST_WORDS);
    }

    private String word() {
        return draw.of(STARTS) + draw.of(MIDDLES) + draw.of(ENDS);
    }

    /// Makes one name; may repeat.
    private interface Maker {
        String make();
    }

    private String unique(Maker maker) {
        while (true) {
            String name = maker.make();
            if (given.add(name)) {
                return name;
            }
        }
    }
}
