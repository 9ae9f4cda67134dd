package segue.engine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.history.Histories;
import segue.engine.history.History;
import segue.engine.map.Colour;
import segue.engine.map.Maps;
import segue.engine.map.MusicMap;
import segue.engine.names.Finder;
import segue.engine.names.NameIndex;
import segue.engine.recommend.Desk;
import segue.engine.recommend.Network;
import segue.engine.tracks.ArtistPage;
import segue.engine.tracks.Covers;
import segue.engine.tracks.Peaks;
import segue.engine.tracks.TrackFiles;
import segue.engine.tracks.TrackPage;
import segue.engine.tracks.TrackSearch;
import segue.engine.tracks.TrackTable;
import segue.library.Entry;
import segue.library.Items;
import segue.library.Kind;
import segue.library.Library;
import segue.library.browse.ListenerRow;
import segue.library.browse.TopItem;

/// Looks around in a library: what one finds by name, and all that is known of tracks, artists and
/// listeners. Tables are made once after each import. Thread-safe.
public final class Explorer {

    private final Library library;
    private final Desk desk;
    private final Held<String, NameIndex> names;
    private final Held<String, TrackSearch> tracks;

    /// Track id → its files: a player asks for a track in many parts.
    private final Held<Long, Map<String, List<Path>>> files;

    Explorer(Library library, Desk desk) {
        this.library = library;
        this.desk = desk;
        this.names = new Held<>(library::stamp, _ -> NameIndex.of(library));
        this.tracks = new Held<>(library::stamp, _ -> new TrackSearch(TrackTable.of(library)));
        this.files = new Held<>(library::version, _ -> new ConcurrentHashMap<>());
    }

    /// All names of the library, to be searched while someone types. Made once after each import.
    public NameIndex names() {
        return names.get();
    }

    /// The table of music. Made once after each import.
    public TrackSearch tracks() {
        return tracks.get();
    }

    /// All that is known of one track.
    ///
    /// @throws SegueException.NotFound for an unknown id
    public TrackPage track(String id) {
        return TrackPage.of(library, tracks().table(), id);
    }

    /// The waveform of a track for drawing; empty where it was never heard.
    ///
    /// @throws SegueException.NotFound for an unknown id
    public Optional<Peaks> waveform(String track) {
        return Peaks.of(library, track);
    }

    /// The files of a track that are there, the best first.
    ///
    /// @throws SegueException.NotFound for an unknown id
    public List<Path> audio(String track) {
        return files.get().computeIfAbsent(track, id -> TrackFiles.of(library, id)).stream()
                .filter(Files::isRegularFile)
                .toList();
    }

    /// The picture in a file of the track, if one has any.
    ///
    /// @throws SegueException.NotFound for an unknown id
    public Optional<Covers.Picture> cover(String track) {
        return new Covers(library.folder().resolve("covers")).of(audio(track));
    }

    /// Listeners, who played most first.
    ///
    /// @param containing part of the id; empty: all
    public List<ListenerRow> listeners(String containing, int offset, int limit) {
        return library.listeners(containing, offset, limit);
    }

    /// One listener.
    ///
    /// @throws SegueException.NotFound for an unknown id
    public ListenerRow listener(String id) {
        return library.listener(id)
                .orElseThrow(
                        () ->
                                new SegueException.NotFound(
                                        "There is no listener '%s'.".formatted(id)));
    }

    /// What a listener played most.
    public List<TopItem> top(String listener, Items items, int offset, int limit) {
        return library.top(listener, items, offset, limit);
    }

    /// The artists around one, as the model in use sees them.
    ///
    /// @param n how many artists at most
    /// @throws SegueException.NotFound for an unknown id, or without a model that ranks artists
    public Network network(String artist, int n) {
        return Network.around(library, desk.active(Kind.ARTIST), artist, n);
    }

    /// All tracks of which the sound or features are known, on a map. Computed once, then kept.
    ///
    /// @throws SegueException.NotFound if nothing is known of any
    public MusicMap trackMap(Colour colour, Run run) {
        return new Maps(library).tracks(tracks().table(), colour, run);
    }

    /// The artists of the model in use, on a map. Computed once, then kept.
    ///
    /// @throws SegueException.NotFound if there is no model, or it has no factors of artists
    public MusicMap artistMap(Colour colour, Run run) {
        return new Maps(library)
                .artists(desk.active(Kind.ARTIST).trained(), tracks().table(), colour, run);
    }

    /// All that is known of one artist.
    ///
    /// @throws SegueException.NotFound for an unknown id
    public ArtistPage artist(String id) {
        return ArtistPage.of(library, tracks().table(), id);
    }

    /// What a listener listened to, and when.
    ///
    /// @param zone in which hours and days are told
    /// @throws SegueException.NotFound for an unknown listener
    public History history(String listener, ZoneId zone) {
        return new Histories(library).of(listener, zone);
    }

    /// What someone typed: an artist, a track, a listener.
    ///
    /// @throws SegueException.NotFound with what is near
    public Entry find(Kind kind, String text) {
        return new Finder(library).find(kind, text);
    }
}
