package segue.core.eval;

import java.util.Arrays;
import java.util.List;
import segue.core.data.Split;
import segue.core.math.Matrix;

/// Every metric of every tested user, 4 bytes each. Immutable and thread-safe.
///
/// @param names of the columns: "ndcg@10"
/// @param users the row of each tested user in the matrix that was parted, ascending
/// @param activity the counts of what each was known to have, added up (plays)
/// @param values `tested users × names`; NaN where a metric means nothing for a user
public record UserScores(
        List<String> names, Split.Counts users, Split.Counts activity, Matrix values) {

    public UserScores {
        names = List.copyOf(names);
        if (values.rows() != users.size()
                || activity.size() != users.size()
                || values.columns() != names.size()) {
            throw new IllegalArgumentException(
                    "%d users, %d activities and %d names do not fit %s"
                            .formatted(users.size(), activity.size(), names.size(), values));
        }
    }

    /// How many users were tested.
    public int size() {
        return users.size();
    }

    /// One metric of all users.
    ///
    /// @throws IllegalArgumentException if it was not measured
    public float[] column(String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException(
                    "'%s' was not measured; there are %s"
                            .formatted(name, String.join(", ", names)));
        }
        float[] one = new float[size()];
        for (int user = 0; user < one.length; user++) {
            one[user] = values.at(user, column);
        }
        return one;
    }

    /// The mean of each metric over some users, those left out for whom it means nothing; NaN where
    /// that is everybody.
    double[] means(int[] rows) {
        double[] sum = new double[names.size()];
        int[] count = new int[names.size()];
        for (int row : rows) {
            for (int c = 0; c < sum.length; c++) {
                float value = values.at(row, c);
                if (!Float.isNaN(value)) {
                    sum[c] += value;
                    count[c]++;
                }
            }
        }
        Arrays.setAll(sum, c -> sum[c] / count[c]);
        return sum;
    }
}
