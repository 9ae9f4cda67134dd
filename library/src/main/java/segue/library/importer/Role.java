package segue.library.importer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a column of a plays file means, and the names it goes by.
///
/// Names are compared without case, spaces and punctuation: `user_id`, `userId` and `"User ID"` are
/// one.
enum Role {
    LISTENER(
            "listener",
            "listenerid",
            "user",
            "userid",
            "username",
            "usersha1",
            "usermboxsha1",
            "account",
            "profile"),
    ARTIST(
            "artist",
            "artistname",
            "artname",
            "artists",
            "performer",
            "albumartist",
            "mastermetadataalbumartistname",
            "trackartist",
            "band"),
    ARTIST_ID("artistid", "artisturi", "spotifyartisturi", "item", "itemid"),
    ARTIST_MBID("artistmbid", "artmbid", "artistmbids", "musicbrainzartistid"),
    TRACK(
            "track",
            "trackname",
            "song",
            "songname",
            "songtitle",
            "title",
            "tracktitle",
            "recording",
            "recordingname",
            "mastermetadatatrackname",
            "name"),
    TRACK_ID("trackid", "songid", "trackuri", "spotifytrackuri"),
    TRACK_MBID("trackmbid", "recordingmbid", "musicbrainztrackid", "musicbrainzrecordingid"),
    ALBUM(
            "album",
            "albumname",
            "albumtitle",
            "release",
            "releasename",
            "mastermetadataalbumalbumname"),
    PLAYS(
            "plays",
            "playcount",
            "count",
            "weight",
            "scrobbles",
            "listens",
            "listencount",
            "total",
            "totalplays",
            "value",
            "rating"),
    TIME(
            "time",
            "timestamp",
            "date",
            "datetime",
            "playedat",
            "listenedat",
            "uts",
            "ts",
            "utctime",
            "endtime",
            "playtime",
            "scrobbledat",
            "unixtime",
            "timems",
            "when"),
    PLAYLIST("playlist", "playlistname", "playlisttitle"),
    PLAYLIST_ID("playlistid", "playlisturi", "pid"),
    KIND("kind", "feedback", "score", "reaction", "opinion"),
    DURATION("duration", "durationms", "durationmillis", "tracklength", "length"),
    SKIP("skip", "ignore", "");

    // List.of is immutable; its type does not say so.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> names;

    Role(String... names) {
        this.names = List.of(names);
    }

    /// The column of this role in the staging table.
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role of a column by its name; empty where the name means nothing here.
    static Optional<Role> of(String name) {
        String plain = plain(name);
        for (Role role : values()) {
            if (role != SKIP && role.names.contains(plain)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }

    /// Reads a name that someone typed: also "-" and "skip".
    static Optional<Role> typed(String name) {
        return SKIP.names.contains(plain(name)) ? Optional.of(SKIP) : of(name);
    }

    /// How well a name fits its role: 0 is best. Decides when two columns have one role.
    int preference(String name) {
        return names.indexOf(plain(name));
    }

    /// Letters and digits in lower case.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
