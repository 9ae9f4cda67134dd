package segue.audio.compose;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a style plays, one line of steps an instrument; several lines for one are a choice.
///
/// Drums: `X` accent, `x` stroke, `o` soft, `?` now and then, `r` a roll within the step. Bass: a
/// digit is the chord's tone (1 root, 3, 5, 8 the octave), `a` leads into the next root. Chords and
/// pad: `x` and `X` strike. Arpeggio: digits count the chord's tones from 0. Lead: `x` is a tone of
/// the melody. In all of these `-` holds and `.` is silence. A line may span several bars.
///
/// @param drums what can be played on each drum
/// @param lines what each role can play
/// @param instruments what each role can be played by
record Score(
        Map<Drum, List<String>> drums,
        Map<Role, List<String>> lines,
        Map<Role, List<Instrument>> instruments) {

    Score {
        drums = Map.copyOf(drums);
        lines = Map.copyOf(lines);
        instruments = Map.copyOf(instruments);
    }

    static Score of(Style style) {
        return read(style.machine() ? MachineScores.of(style) : BandScores.of(style));
    }

    private static Score read(String text) {
        Map<Drum, List<String>> drums = new EnumMap<>(Drum.class);
        Map<Role, List<String>> lines = new EnumMap<>(Role.class);
        Map<Role, List<Instrument>> instruments = new EnumMap<>(Role.class);
        for (String line : text.lines().toList()) {
            List<String> words = List.of(line.trim().split("\\s+"));
            String name = words.getFirst().toUpperCase(Locale.ROOT);
            List<String> rest = words.subList(1, words.size());
            if (name.endsWith(":")) {
                Role role = Role.valueOf(name.substring(0, name.length() - 1));
                instruments.put(role, rest.stream().map(Score::instrument).toList());
            } else if (isRole(name)) {
                lines.computeIfAbsent(Role.valueOf(name), role -> new ArrayList<>()).addAll(rest);
            } else {
                drums.computeIfAbsent(Drum.valueOf(name), drum -> new ArrayList<>()).addAll(rest);
            }
        }
        return new Score(drums, lines, instruments);
    }

    private static Instrument instrument(String name) {
        return Instrument.valueOf(name.toUpperCase(Locale.ROOT));
    }

    private static boolean isRole(String name) {
        for (Role role : Role.values()) {
            if (role.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
