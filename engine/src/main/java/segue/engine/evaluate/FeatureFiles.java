package segue.engine.evaluate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import segue.core.data.Features;
import segue.core.data.Labels;
import segue.core.math.SparseMatrix;
import segue.core.run.Run;

/// Files that say more of the users and items of a train file, by the same ids. A header is a line
/// about nobody, and changes nothing.
///
/// @param tags lines of user, item, tag
/// @param friends lines of two users
/// @param users the row of a user; -1 for strangers
/// @param items the column of each item
record FeatureFiles(
        Optional<Path> tags,
        Optional<Path> friends,
        ToIntFunction<String> users,
        Map<String, Integer> items) {

    /// @param trainUsers the rows of the train file
    Features read(int trainUsers, Run run) {
        return new Features(
                friends.map(file -> friends(file, trainUsers, run))
                        .orElseGet(() -> SparseMatrix.empty(trainUsers, 0)),
                tags.map(file -> tags(file, run)).orElseGet(() -> Labels.none(items.size())));
    }

    private SparseMatrix friends(Path file, int trainUsers, Run run) {
        LongStream.Builder pairs = LongStream.builder();
        new PairsFile(file)
                .ids(
                        2,
                        run,
                        ids -> {
                            int one = users.applyAsInt(ids[0]);
                            int other = users.applyAsInt(ids[1]);
                            if (one >= 0 && other >= 0 && one < trainUsers && other < trainUsers) {
                                pairs.add((long) one * trainUsers + other);
                            }
                        });
        return Features.ofFriends(trainUsers, pairs.build());
    }

    /// Read twice: first to number the tags and the people that nothing else is known of.
    private Labels tags(Path file, Run run) {
        Map<String, Integer> labels = new LinkedHashMap<>();
        Map<String, Integer> strangers = new HashMap<>();
        int[] known = {0};
        new PairsFile(file)
                .ids(
                        3,
                        run,
                        ids -> {
                            if (items.containsKey(ids[1])) {
                                labels.putIfAbsent(ids[2], labels.size());
                                int user = users.applyAsInt(ids[0]);
                                known[0] = Math.max(known[0], user + 1);
                                if (user < 0) {
                                    strangers.putIfAbsent(ids[0], strangers.size());
                                }
                            }
                        });
        Labels.Builder builder =
                new Labels.Builder(
                        known[0] + strangers.size(),
                        items.size(),
                        new ArrayList<>(labels.keySet()));
        new PairsFile(file)
                .ids(
                        3,
                        run,
                        ids -> {
                            Integer item = items.get(ids[1]);
                            Integer label = labels.get(ids[2]);
                            if (item != null && label != null) {
                                int user = users.applyAsInt(ids[0]);
                                builder.add(
                                        user >= 0
                                                ? user
                                                : known[0] + strangers.getOrDefault(ids[0], 0),
                                        item,
                                        label);
                            }
                        });
        return builder.build();
    }
}
