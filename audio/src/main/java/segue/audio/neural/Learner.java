package segue.audio.neural;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.nn.SequentialBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.ParameterStore;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import segue.core.math.Matrix;

/// Trains a network, epoch by epoch, and asks it. Needs the native library: only the training
/// process makes one. Not thread-safe.
final class Learner implements AutoCloseable {

    /// Sharpness of the contrast, as in SimCLR.
    private static final float TEMPERATURE = .2f;

    private final NetworkTask task;
    private final Batches batches;
    private final SequentialBlock block;
    private final Model model;
    private final Trainer trainer;

    /// Targets in units of their spread, around their mean.
    private final float[] mean;
    private final float spread;

    /// @param epoch whose weights it begins with, from a checkpoint in `folder`; 0: random ones
    Learner(NetworkTask task, Path folder, int epoch) throws IOException, MalformedModelException {
        this.task = task;
        this.batches = new Batches(task);
        Engine.getInstance().setRandomSeed((int) task.seed());
        block = Network.of(task.settings(), task.targets().columns());
        model = Model.newInstance("listener");
        model.setBlock(block);
        if (epoch > 0) {
            // Before there is a trainer: one would keep the weights it began with.
            Checkpoint.load(folder, epoch, model);
        }
        trainer =
                model.newTrainer(
                        new DefaultTrainingConfig(Loss.l2Loss())
                                .optOptimizer(
                                        Optimizer.adam()
                                                .optLearningRateTracker(
                                                        Tracker.fixed(
                                                                (float)
                                                                        task.settings()
                                                                                .learningRate()))
                                                .build()));
        trainer.initialize(new Shape(2, MelPatches.BANDS, MelPatches.FRAMES));
        mean = mean(task.targets(), task.trust());
        spread = spread(task.targets(), task.trust(), mean);
    }

    Model model() {
        return model;
    }

    /// One pass over the tracks.
    ///
    /// @return the mean loss of the batches
    double epoch(int epoch) {
        Engine.getInstance().setRandomSeed((int) (task.seed() + 7919L * epoch));
        SplittableRandom random = new SplittableRandom(task.seed() * 131 + epoch);
        int[] order = batches.order(epoch);
        int rounds = task.byContrast() ? task.settings().patches() / 2 : task.settings().patches();
        double sum = 0;
        int count = 0;
        for (int round = 0; round < rounds; round++) {
            for (int from = 0; from < order.length; from += task.settings().batch()) {
                int to = Math.min(order.length, from + task.settings().batch());
                if (to - from > 1) {
                    sum += step(Arrays.copyOfRange(order, from, to), random);
                    count++;
                }
            }
        }
        return sum / Math.max(1, count);
    }

    private double step(int[] tracks, SplittableRandom random) {
        Batches.Batch batch = batches.draw(tracks, task.byContrast() ? 2 : 1, random);
        try (NDManager manager = trainer.getManager().newSubManager()) {
            NDArray values = values(manager, batch);
            double loss;
            try (GradientCollector gradients = trainer.newGradientCollector()) {
                NDArray out = trainer.forward(new NDList(values)).singletonOrThrow();
                NDArray off = loss(manager, out, batch);
                gradients.backward(off);
                loss = off.toFloatArray()[0];
            }
            trainer.step();
            return loss;
        }
    }

    /// The mean loss on the tracks kept aside.
    double validate() {
        SplittableRandom random = new SplittableRandom(task.seed());
        int[] aside = batches.aside();
        double sum = 0;
        int count = 0;
        for (int from = 0; from < aside.length; from += task.settings().batch()) {
            int to = Math.min(aside.length, from + task.settings().batch());
            int[] tracks = Arrays.copyOfRange(aside, from, to);
            Batches.Batch batch =
                    batches.draw(tracks, task.byContrast() ? 2 : task.settings().patches(), random);
            try (NDManager manager = trainer.getManager().newSubManager()) {
                NDArray out =
                        trainer.evaluate(new NDList(values(manager, batch))).singletonOrThrow();
                sum += (to - from) * (double) loss(manager, out, batch).toFloatArray()[0];
                count += to - from;
            }
        }
        return sum / count;
    }

    private NDArray loss(NDManager manager, NDArray out, Batches.Batch batch) {
        return task.byContrast()
                ? contrast(manager, out, batch.track().length)
                : squares(manager, out, batch);
    }

    /// `Σ trust ‖out − target‖² / Σ trust`, a number of the target on average.
    private NDArray squares(NDManager manager, NDArray out, Batches.Batch batch) {
        int rank = mean.length;
        float[] targets = new float[batch.track().length * rank];
        float[] trust = new float[batch.track().length];
        float sum = 0;
        for (int i = 0; i < trust.length; i++) {
            int track = batch.track()[i];
            trust[i] = task.trust().at(0, track);
            sum += trust[i];
            for (int c = 0; c < rank; c++) {
                targets[i * rank + c] = (task.targets().at(track, c) - mean[c]) / spread;
            }
        }
        NDArray wanted = manager.create(targets, new Shape(trust.length, rank));
        NDArray weights = manager.create(trust, new Shape(trust.length, 1));
        return out.sub(wanted).square().mul(weights).sum().div(sum * rank);
    }

    /// The normalised temperature-scaled cross entropy of SimCLR: of all other patches, which is
    /// of the same track?
    private static NDArray contrast(NDManager manager, NDArray out, int n) {
        float[] same = new float[n * n];
        float[] self = new float[n * n];
        for (int i = 0; i < n; i++) {
            self[i * n + i] = -1e9f;
            same[i * n + (i ^ 1)] = 1;
        }
        NDArray rows = Network.normalized(out);
        NDArray alike = rows.matMul(rows.transpose()).div(TEMPERATURE);
        NDArray masked = alike.add(manager.create(self, new Shape(n, n)));
        return masked.logSoftmax(1).mul(manager.create(same, new Shape(n, n))).sum().div(-n);
    }

    /// What the network says of all tracks, the mean over their patches: targets; without targets,
    /// embeddings of length 1.
    Matrix tell() {
        Matrix told = null;
        for (int track = 0; track < batches.tracks(); track++) {
            Batches.Batch batch = batches.all(track);
            try (NDManager manager = trainer.getManager().newSubManager()) {
                NDList values = new NDList(values(manager, batch));
                NDArray out =
                        task.byContrast()
                                ? Network.normalized(body(manager, values))
                                : trainer.evaluate(values).singletonOrThrow();
                float[] row = out.mean(new int[] {0}).toFloatArray();
                told = told == null ? Matrix.zeros(batches.tracks(), row.length) : told;
                for (int c = 0; c < row.length; c++) {
                    told.values()[told.offset(track) + c] =
                            task.byContrast() ? row[c] : mean[c] + spread * row[c];
                }
            }
        }
        return told == null ? Matrix.zeros(0, 0) : told;
    }

    private NDArray body(NDManager manager, NDList values) {
        Block body = block.getChildren().get(0).getValue();
        return body.forward(new ParameterStore(manager, false), values, false).singletonOrThrow();
    }

    private static NDArray values(NDManager manager, Batches.Batch batch) {
        return manager.create(
                batch.values(),
                new Shape(batch.track().length, MelPatches.BANDS, MelPatches.FRAMES));
    }

    private static float[] mean(Matrix targets, Matrix trust) {
        float[] mean = new float[targets.columns()];
        double total = 0;
        double[] sum = new double[mean.length];
        for (int track = 0; track < targets.rows(); track++) {
            total += trust.at(0, track);
            for (int c = 0; c < sum.length; c++) {
                sum[c] += (double) trust.at(0, track) * targets.at(track, c);
            }
        }
        for (int c = 0; c < mean.length; c++) {
            mean[c] = (float) (sum[c] / Math.max(total, 1e-9));
        }
        return mean;
    }

    private static float spread(Matrix targets, Matrix trust, float[] mean) {
        double sum = 0;
        double total = 0;
        for (int track = 0; track < targets.rows(); track++) {
            total += (double) trust.at(0, track) * mean.length;
            for (int c = 0; c < mean.length; c++) {
                sum += trust.at(0, track) * Math.pow(targets.at(track, c) - mean[c], 2);
            }
        }
        return (float) Math.max(Math.sqrt(sum / Math.max(total, 1e-9)), 1e-6);
    }

    @Override
    public void close() {
        trainer.close();
        model.close();
    }
}
