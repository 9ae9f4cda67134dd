package segue.engine.recommend;

import java.util.List;
import java.util.Optional;

/// An artist for a newcomer to say yes or no to.
///
/// @param kind "artist"
/// @param genres the first few
/// @param listeners how many have it
/// @param trackId a track that can be heard, if there is one
public record OnboardingPick(
        String kind,
        String id,
        String name,
        List<String> genres,
        long listeners,
        Optional<String> trackId) {

    public OnboardingPick {
        genres = List.copyOf(genres);
    }
}
