package segue.engine.sound;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// The name of a song without what tells its versions apart: "Creep - Remastered 2009", "Creep
/// (Live at Glastonbury)" and "CREEP [Radio Edit]" are one song. Two names of the same song are
/// equal.
///
/// @param artist folded, without guests
/// @param title folded, without the version
public record SongName(String artist, String title) {

    private static final String VERSION =
            "\\b(?:re-?master(?:ed|izado|isée?)?|live|en vivo|radio|edit|version|mix|remix|rmx|mono"
                    + "|stereo|demo|acoustic|unplugged|instrumental|karaoke|extended|original|album"
                    + "|single|bonus|deluxe|take|session|sessions|rerecorded|re-recorded|explicit"
                    + "|clean|edition|vip|dub|club|feat|ft|featuring|from|anniversary)\\b";

    /// In brackets, with a word of [#VERSION] in it.
    private static final Pattern BRACKETS =
            Pattern.compile(
                    "[(\\[{][^)\\]}]*" + VERSION + "[^)\\]}]*[)\\]}]", Pattern.CASE_INSENSITIVE);

    /// After a dash, to the end.
    private static final Pattern AFTER_DASH =
            Pattern.compile("\\s[-–—]\\s[^-–—]*" + VERSION + ".*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern GUESTS =
            Pattern.compile(
                    "(?:\\s+(?:feat|ft|featuring|with|vs)\\b\\.?\\s|\\s+(?:&|x)\\s|[,;/]).*$",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern FEATURING =
            Pattern.compile("\\s+(?:feat|ft|featuring)\\b\\.?\\s.*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    public static SongName of(String artist, String title) {
        String song = BRACKETS.matcher(title).replaceAll(" ");
        song = AFTER_DASH.matcher(song).replaceFirst("");
        song = FEATURING.matcher(song).replaceFirst("");
        String folded = fold(song);
        return new SongName(
                fold(GUESTS.matcher(artist).replaceFirst("")),
                folded.isEmpty() ? fold(title) : folded);
    }

    private static String fold(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        String folded = NO_LETTER.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
        return folded.isEmpty() ? text.strip() : folded;
    }
}
