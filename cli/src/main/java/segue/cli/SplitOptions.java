package segue.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import segue.core.data.Splitting;
import segue.engine.evaluate.TestData;

/// How `evaluate` parts what it knows.
final class SplitOptions {

    private static final double SHARE = .2;

    @Option(
            names = "--split",
            paramLabel = "HOW",
            description = {
                "What is held out: random, last, time, cold-items, cold-listeners, folds.",
                "Default: random."
            })
    private @Nullable String how;

    @Option(
            names = "--holdout",
            paramLabel = "SHARE",
            description = {
                "Share held out: of each listener's items (random), of all items by time (time),",
                "of the catalogue (cold-items), of the listeners (cold-listeners). Default: 0.2."
            })
    private @Nullable Double holdout;

    @Option(
            names = "--cold",
            paramLabel = "SHARE",
            description = {
                "Hide a share of the catalogue with all its plays, and rank those items among",
                "themselves: short for --split cold-items --holdout SHARE."
            })
    private @Nullable Double cold;

    @Option(
            names = "--tested",
            paramLabel = "SHARE",
            description = "Of each cold listener's items, the share tested. Default: 0.2.")
    private @Nullable Double tested;

    @Option(names = "--folds", paramLabel = "N", description = "How many folds. Default: 5.")
    private @Nullable Integer folds;

    @Option(
            names = "--train",
            paramLabel = "FILE",
            description = "Lines of: user item value. No library is touched.")
    private @Nullable Path train;

    @Option(names = "--test", paramLabel = "FILE", description = "Lines of: user item value.")
    private @Nullable Path test;

    @Option(
            names = "--shown",
            paramLabel = "FILE",
            description = "What the users of --test are known to have, if they are not in --train.")
    private @Nullable Path shown;

    @Option(
            names = "--tags",
            paramLabel = "FILE",
            description = {
                "Lines of: user item tag, with the ids of --train. What a user says of an item",
                "that is tested on them is withheld."
            })
    private @Nullable Path tags;

    @Option(
            names = "--friends",
            paramLabel = "FILE",
            description = "Lines of: user user, with the ids of --train.")
    private @Nullable Path friends;

    @Option(
            names = "--split-out",
            paramLabel = "DIR",
            description = "Write the split as train.tsv, test.tsv (and shown.tsv).")
    private @Nullable Path out;

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /// The share of the plays that are tested by time.
    ///
    /// @throws IllegalArgumentException if another way of splitting was asked for
    double latest() {
        if ((how != null && !how.equals("time"))
                || tested != null
                || folds != null
                || train != null
                || test != null
                || shown != null
                || out != null) {
            throw new IllegalArgumentException(
                    "--context tests on the latest plays of a library; of the ways to split only --holdout goes with it");
        }
        return holdout == null ? SHARE : holdout;
    }

    /// @throws IllegalArgumentException for options that do not go together
    TestData data() {
        if (train == null && (tags != null || friends != null)) {
            throw new IllegalArgumentException(
                    "--tags and --friends go with --train and --test; a library has its own");
        }
        if (cold != null && (how != null || holdout != null || folds != null || train != null)) {
            throw new IllegalArgumentException(
                    "--cold says how to split: leave out --split, --holdout, --folds and --train");
        }
        return train == null && test == null && shown == null
                ? new TestData.Parts(splitting())
                : files();
    }

    private TestData files() {
        if (train == null || test == null) {
            throw new IllegalArgumentException("--train and --test belong together");
        }
        boolean coldItems = "cold-items".equals(how);
        if (holdout != null || tested != null || folds != null || (how != null && !coldItems)) {
            throw new IllegalArgumentException(
                    "--train and --test are a split already; only --split cold-items goes with them");
        }
        if (shown != null && coldItems) {
            throw new IllegalArgumentException("--shown and --split cold-items exclude each other");
        }
        return new TestData.Files(
                train,
                test,
                Optional.ofNullable(shown),
                coldItems,
                Optional.ofNullable(tags),
                Optional.ofNullable(friends));
    }

    private Splitting splitting() {
        if (cold != null) {
            refuse("--tested", tested != null, "cold-items");
            return new Splitting.ColdItems(cold);
        }
        String name = how == null ? folds == null ? "random" : "folds" : how;
        refuse("--folds", folds != null && !name.equals("folds"), name);
        refuse("--tested", tested != null && !name.equals("cold-listeners"), name);
        refuse("--holdout", holdout != null && (name.equals("folds") || name.equals("last")), name);
        double share = holdout == null ? SHARE : holdout;
        return switch (name) {
            case "random" -> new Splitting.Share(share);
            case "last" -> new Splitting.Last();
            case "time" -> new Splitting.Latest(share);
            case "cold-items" -> new Splitting.ColdItems(share);
            case "cold-listeners" ->
                    new Splitting.ColdUsers(share, tested == null ? SHARE : tested);
            case "folds" -> new Splitting.Folds(folds == null ? 5 : folds);
            default ->
                    throw new IllegalArgumentException(
                            "no split '%s'; there are random, last, time, cold-items, cold-listeners, folds"
                                    .formatted(name));
        };
    }

    private static void refuse(String option, boolean holds, String name) {
        if (holds) {
            throw new IllegalArgumentException(
                    "%s means nothing with --split %s".formatted(option, name));
        }
    }
}
