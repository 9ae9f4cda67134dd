package segue.core.model;

import segue.core.math.Matrix;
import segue.core.math.SparseMatrix;
import segue.core.math.SparseVector;

/// A history becomes a vector by adding up what each of its items stands for: `x = Σ weight_i
/// inputs_i`.
///
/// @param inputs `items × rank`
public record ProjectionFoldIn(SparseMatrix inputs) implements FoldIn {

    @Override
    public float[] user(Matrix items, SparseVector history) {
        float[] user = new float[inputs.columns()];
        for (int i = 0; i < history.size(); i++) {
            int item = history.column(i);
            for (int e = inputs.start(item); e < inputs.end(item); e++) {
                user[inputs.column(e)] += history.value(i) * inputs.value(e);
            }
        }
        return user;
    }

    @Override
    public float[] parts(Matrix items, SparseVector history, int item) {
        float[] parts = new float[history.size()];
        for (int i = 0; i < parts.length; i++) {
            int known = history.column(i);
            for (int e = inputs.start(known); e < inputs.end(known); e++) {
                parts[i] += history.value(i) * inputs.value(e) * items.at(item, inputs.column(e));
            }
        }
        return parts;
    }
}
