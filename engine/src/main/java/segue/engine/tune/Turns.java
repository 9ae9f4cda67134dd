package segue.engine.tune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import segue.core.tune.Search;

/// Searches of several algorithms that share the time: whoever had least takes the next turn, and
/// none gets more than its fair part of what there is. What one leaves unused falls to the others.
final class Turns {

    /// The search of an algorithm.
    record Player(String algorithm, Search search) {}

    private final Trials trials;
    private final List<Player> players;

    Turns(Trials trials, List<Player> players) {
        this.trials = trials;
        this.players = new ArrayList<>(players);
    }

    /// Until nothing is left to try, or no time.
    void play() {
        while (!players.isEmpty()) {
            Player next =
                    players.stream().min(Comparator.comparingDouble(this::spent)).orElseThrow();
            boolean more = trials.within(fairPart(next), () -> next.search().round(trials));
            if (!more) {
                players.remove(next);
            }
        }
    }

    private double spent(Player player) {
        return trials.seconds(player.algorithm());
    }

    /// Seconds until it has had as much as each may have.
    private double fairPart(Player player) {
        if (players.size() == 1) {
            return Double.POSITIVE_INFINITY;
        }
        double all = trials.left() + players.stream().mapToDouble(this::spent).sum();
        return all / players.size() - spent(player);
    }
}
