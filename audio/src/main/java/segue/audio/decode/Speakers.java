package segue.audio.decode;

import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;

/// FFmpeg's channel layouts as [Speaker]s.
final class Speakers {

    private Speakers() {}

    /// What each channel of a layout is for.
    static List<Speaker> of(AVChannelLayout given) {
        int channels = given.nb_channels();
        List<Speaker> speakers = new ArrayList<>(channels);
        try (AVChannelLayout named = new AVChannelLayout()) {
            nameAll(given, named);
            for (int i = 0; i < channels; i++) {
                speakers.add(speaker(av_channel_layout_channel_from_index(named, i)));
            }
        }
        return speakers;
    }

    private static Speaker speaker(int channel) {
        if (channel == AV_CHAN_LOW_FREQUENCY || channel == AV_CHAN_LOW_FREQUENCY_2) {
            return Speaker.LOW_FREQUENCY;
        }
        boolean surround =
                channel == AV_CHAN_BACK_LEFT
                        || channel == AV_CHAN_BACK_CENTER
                        || channel == AV_CHAN_BACK_RIGHT
                        || channel == AV_CHAN_SIDE_LEFT
                        || channel == AV_CHAN_SIDE_RIGHT
                        || channel == AV_CHAN_TOP_BACK_LEFT
                        || channel == AV_CHAN_TOP_BACK_CENTER
                        || channel == AV_CHAN_TOP_BACK_RIGHT
                        || channel == AV_CHAN_SURROUND_DIRECT_LEFT
                        || channel == AV_CHAN_SURROUND_DIRECT_RIGHT;
        return surround ? Speaker.SURROUND : Speaker.FRONT;
    }

    /// Weights of a mono down-mix: what comes from behind counts half, what is only felt not at
    /// all; they sum to 1.
    static double[] weights(List<Speaker> speakers) {
        double[] weights = new double[speakers.size()];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] =
                    switch (speakers.get(i)) {
                        case FRONT -> 1;
                        case SURROUND -> .5;
                        case LOW_FREQUENCY -> 0;
                    };
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] = sum > 0 ? weights[i] / sum : 1.0 / weights.length;
        }
        return weights;
    }

    /// Copies a layout; one that only counts its channels becomes the usual one of that many.
    static void nameAll(AVChannelLayout given, AVChannelLayout named) {
        if (given.order() == AV_CHANNEL_ORDER_UNSPEC) {
            av_channel_layout_default(named, given.nb_channels());
        } else {
            av_channel_layout_copy(named, given);
        }
    }
}
