package segue.audio.neural;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv1d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.Dropout;
import ai.djl.nn.pooling.Pool;
import java.util.List;

/// The network of van den Oord, Dieleman and Schrauwen (2013), smaller: convolutions along time
/// with the mel bands as channels, the mean and the maximum over time, a dense layer - the
/// embedding - and a last layer. With targets the last layer gives factors; without, the
/// space in which patches of a track are pulled together (Chen et al. 2020, SimCLR).
final class Network {

    /// Numbers of the space in which patches are compared.
    private static final int CONTRAST = 64;

    private Network() {}

    /// Takes `batch × bands × frames`; its two children are the body, which gives the embedding,
    /// and the last layer.
    static SequentialBlock of(NetworkSettings settings, int targets) {
        SequentialBlock body = new SequentialBlock().add(BatchNorm.builder().build());
        convolution(body, settings.width());
        body.add(Pool.maxPool1dBlock(new Shape(2), new Shape(2)));
        convolution(body, settings.width());
        body.add(Pool.maxPool1dBlock(new Shape(2), new Shape(2)));
        convolution(body, settings.width());
        body.add(
                        new ParallelBlock(
                                lists -> new NDList(concatenated(lists)),
                                List.of(Pool.globalAvgPool1dBlock(), Pool.globalMaxPool1dBlock())))
                .add(Dropout.builder().optRate((float) settings.dropout()).build())
                .add(Linear.builder().setUnits(settings.size()).build())
                .add(Activation.reluBlock());
        int last = targets == 0 ? CONTRAST : targets;
        return new SequentialBlock().add(body).add(Linear.builder().setUnits(last).build());
    }

    private static void convolution(SequentialBlock block, int filters) {
        block.add(
                        Conv1d.builder()
                                .setKernelShape(new Shape(4))
                                .setFilters(filters)
                                .optBias(false)
                                .build())
                .add(BatchNorm.builder().build())
                .add(Activation.reluBlock());
    }

    private static NDArray concatenated(List<NDList> lists) {
        NDList all = new NDList();
        lists.forEach(all::addAll);
        return NDArrays.concat(all, 1);
    }

    /// Rows of length 1.
    static NDArray normalized(NDArray rows) {
        return rows.div(rows.square().sum(new int[] {1}, true).sqrt().add(1e-6f));
    }
}
