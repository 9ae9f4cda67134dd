/// The neural listener: a convolutional network that learns, in a process of its own, to tell from
/// sound what people tell by playing. The only place that knows DJL and PyTorch.
@NullMarked
package segue.audio.neural;

import org.jspecify.annotations.NullMarked;
