package segue.audio.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WindowTest {

    /// scipy.signal.get_window(name, 8): second and fourth point.
    @Test
    void agreesWithScipy() {
        assertThat(Window.HANN.of(8)[1]).isCloseTo(.14644661f, within(1e-7f));
        assertThat(Window.HAMMING.of(8)[1]).isCloseTo(.21473088f, within(1e-7f));
        assertThat(Window.BLACKMAN.of(8)[1]).isCloseTo(.06644661f, within(1e-7f));
        assertThat(Window.BLACKMAN.of(8)[3]).isCloseTo(.77355339f, within(1e-7f));
    }

    @ParameterizedTest
    @EnumSource
    void isOneInTheMiddle(Window window) {
        assertThat(window.of(512)[256]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void refusesAnEmptyWindow() {
        assertThatIllegalArgumentException().isThrownBy(() -> Window.HANN.of(0));
    }
}
