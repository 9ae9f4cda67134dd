package segue.engine.context;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.library.Items;
import segue.library.Library;

class SlotProfilesTest {

    @TempDir Path folder;

    @Test
    void hoursThatTellArtistsApartAreTrustedAndWeekdaysThatDoNotAreSilent() throws IOException {
        try (Library library = TimedLog.library(folder)) {
            SlotProfiles profiles =
                    new SlotProfiles(library.slotCounts(Items.ARTISTS, Optional.empty()));
            assertThat(profiles.plays()).isEqualTo(11 * 30 * 2);
            assertThat(profiles.shrinkage(0)).isLessThan(50);
            assertThat(profiles.shrinkage(2)).isInfinite();
        }
    }
}
