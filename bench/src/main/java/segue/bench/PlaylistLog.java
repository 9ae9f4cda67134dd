package segue.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;

/// Writes a log of playlists in the shape of the #nowplaying playlist set: four quoted columns, a
/// header with spaces after its commas, backslashes before quotes within titles, and one row in ten
/// thousand broken. Popularity of artists, tracks and users falls by power laws.
///
/// `PlaylistLog 12891571 1 /tmp/playlists.csv` makes 1.2 GB: about 16 thousand users, 290 thousand
/// artists, 2.8 million tracks and 230 thousand playlists.
public final class PlaylistLog {

    private static final int USERS = 16_000;
    private static final int ARTISTS = 300_000;
    private static final int TRACKS = 3_300_000;
    private static final int MEAN_PLAYLIST = 56;

    private static final String[] SYLLABLES = {
        "ka", "ro", "mi", "ten", "sol", "va", "li", "dor", "mé", "zu", "na", "per", "ost", "wyn",
        "hal", "bro", "ci", "ler", "que", "jo", "ñu", "fa", "grim", "tal", "os", "ex", "ü", "ber"
    };
    private static final String[] PLAYLISTS = {
        "Starred",
        "Liked from Radio",
        "Favoritas",
        "Party",
        "running",
        "Summer",
        "Chill out",
        "Rock",
        "Electro",
        "Workout",
        "2013",
        "Road trip",
        "Sleep",
        "Indie",
        "Classics",
        "New"
    };

    private PlaylistLog() {}

    /// Arguments: rows, seed, output file.
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("usage: PlaylistLog ROWS SEED FILE");
        }
        write(Long.parseLong(arguments[0]), Long.parseLong(arguments[1]), Path.of(arguments[2]));
    }

    /// The same rows and seed write the same bytes.
    static void write(long rows, long seed, Path file) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write("\"user_id\", \"artistname\", \"trackname\", \"playlistname\"\n");
            long written = 0;
            for (int playlist = 0; written < rows; playlist++) {
                long size =
                        Math.min(
                                rows - written,
                                1 + Math.round(-Math.log(1 - random.nextDouble()) * MEAN_PLAYLIST));
                int user = powerLaw(random.nextDouble(), USERS, 1.5);
                String head = "\"" + userId(user, seed) + "\",\"";
                String tail = "\",\"" + playlistName(playlist, random) + "\"\n";
                for (long i = 0; i < size; i++) {
                    row(out, head, tail, random);
                }
                written += size;
            }
        }
    }

    private static void row(BufferedWriter out, String head, String tail, SplittableRandom random)
            throws IOException {
        int track = powerLaw(random.nextDouble(), TRACKS, 3);
        int artist = powerLaw((mix(track) >>> 11) * 0x1p-53, ARTISTS, 2.2);
        switch (random.nextInt(30_000)) {
            case 0 -> out.write(head + name(artist, 1, 2) + "\"\n");
            case 1 ->
                    out.write(
                            head + name(artist, 1, 2) + "\" live\",\"" + name(track, 2, 5) + tail);
            case 2 -> out.write(head + name(artist, 1, 2) + "\",\"a\",\"b" + tail);
            default -> {
                out.write(head);
                out.write(name(artist, 1, 2));
                out.write("\",\"");
                out.write(name(track, 2, 5));
                if (track % 97 == 0) {
                    out.write(" (\\\"live\\\" version)");
                }
                out.write(tail);
            }
        }
    }

    /// A number below `size`; small ones are frequent. `exponent` 1 is even.
    private static int powerLaw(double uniform, int size, double exponent) {
        return (int) (size * Math.pow(uniform, exponent));
    }

    private static String userId(int user, long seed) {
        return String.format(Locale.ROOT, "%016x%016x", mix(user + seed), mix(~user));
    }

    private static String playlistName(int playlist, SplittableRandom random) {
        String name = PLAYLISTS[random.nextInt(PLAYLISTS.length)];
        return playlist % 3 == 0 ? name : name + " " + Integer.toString(playlist, 36);
    }

    /// A name of its own for each number: some words, the last of which spells the number.
    private static String name(int number, int salt, int words) {
        long bits = mix(((long) salt << 40) + number);
        int count = 1 + (int) Math.floorMod(bits >>> 50, (long) words);
        StringBuilder name = new StringBuilder();
        for (int word = 0; word < count; word++) {
            word(name, bits);
            bits = mix(bits);
            name.append(' ');
        }
        int rest = number;
        do {
            name.append(SYLLABLES[rest % SYLLABLES.length]);
            rest /= SYLLABLES.length;
        } while (rest > 0);
        return name.toString();
    }

    private static void word(StringBuilder name, long bits) {
        int start = name.length();
        int syllables = 1 + (int) (bits & 1) + (int) (bits >>> 1 & 1);
        for (int i = 0; i < syllables; i++) {
            name.append(SYLLABLES[(int) Long.remainderUnsigned(bits >>> (4 + 8 * i), 28)]);
        }
        name.setCharAt(start, Character.toUpperCase(name.charAt(start)));
    }

    /// Stafford's mix 13 of the splitmix family.
    private static long mix(long z) {
        long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
        return x ^ (x >>> 31);
    }
}
