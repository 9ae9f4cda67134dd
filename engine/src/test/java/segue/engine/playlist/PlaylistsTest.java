package segue.engine.playlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import segue.core.run.Progress;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.listen.ListenRequest;
import segue.engine.listen.Songs;
import segue.library.Kind;
import segue.library.LibraryOptions;
import segue.library.PlaysFormat;
import segue.library.browse.PlaylistEntry;
import segue.library.store.PlaylistStore.Item;

/// Playlists of three played tracks, one of which has a file, beside an imported playlist.
class PlaylistsTest {

    @TempDir Path folder;
    private Segue segue;
    private Playlists lists;

    @BeforeEach
    void fill() throws IOException {
        segue = open();
        Run run = new Run(1, 1, Progress.NONE);
        segue.importPlays(
                Files.writeString(
                        folder.resolve("plays.csv"),
                        "listener,artist,track,plays\nann,Mew,Zookeeper,3\nann,Mew,\"Am I, Wry\",2\nben,Kent,747,1\n"),
                PlaysFormat.DEFAULTS,
                run);
        segue.importPlays(
                Files.writeString(
                        folder.resolve("lists.csv"),
                        "listener,playlist,artist,track\nann,Old ones,Mew,Zookeeper\nann,Old ones,Kent,747\n"),
                PlaysFormat.DEFAULTS,
                run);
        Path music = Files.createDirectory(folder.resolve("music"));
        Songs.write(music.resolve("747.wav"), 3, "Kent", "747");
        segue.listen(ListenRequest.of(List.of(music)), run);
        lists = segue.playlists();
    }

    private Segue open() {
        return Segue.open(
                folder.resolve("library"), LibraryOptions.DEFAULTS.withMemoryMegabytes(128));
    }

    @AfterEach
    void close() {
        segue.close();
    }

    private Playlist make(String... names) {
        return lists.create("Night", "", "", lists.named(List.of(names), Kind.TRACK));
    }

    private static List<String> titles(Playlist playlist) {
        return playlist.items().stream().map(PlaylistEntry::title).toList();
    }

    @Test
    void areMadeChangedAndKept() {
        String id = make("747", "Zookeeper").head().id();
        lists.add(id, lists.named(List.of("Am I, Wry", "747"), Kind.TRACK));
        assertThat(titles(lists.get("night")))
                .containsExactly("747", "Zookeeper", "Am I, Wry", "747");
        assertThat(titles(lists.move(id, 3, 1)))
                .containsExactly("747", "747", "Zookeeper", "Am I, Wry");
        assertThat(titles(lists.remove(id, Set.of(0, 3)))).containsExactly("747", "Zookeeper");
        assertThat(lists.rename(id, "Dawn").head().name()).isEqualTo("Dawn");
        segue.close();
        segue = open();
        lists = segue.playlists();
        assertThat(titles(lists.get(id))).containsExactly("747", "Zookeeper");
        assertThat(lists.list("", 0, 9))
                .extracting(h -> h.name())
                .containsExactly("Dawn", "Old ones");
    }

    @Test
    void deletingCanBeUndone() {
        String id = make("747").head().id();
        lists.delete(id);
        assertThatThrownBy(() -> lists.get(id)).isInstanceOf(SegueException.NotFound.class);
        assertThat(lists.list("night", 0, 9)).isEmpty();
        assertThat(titles(lists.restore(id))).containsExactly("747");
        assertThatThrownBy(() -> lists.restore(id)).isInstanceOf(SegueException.NotFound.class);
    }

    @Test
    void importedOnesAreReadButNotChanged() {
        Playlist old = lists.get("Old ones");
        assertThat(titles(old)).containsExactly("Zookeeper", "747");
        assertThat(old.head().owner()).isEqualTo("ann");
        assertThatThrownBy(() -> lists.rename(old.head().id(), "New"))
                .hasMessageContaining("save a copy");
        Playlist copy = lists.create("Mine", "", "{}", Playlists.items(old));
        assertThat(titles(copy)).isEqualTo(titles(old));
        assertThat(copy.head().recipe()).isEqualTo("{}");
    }

    @Test
    void whatIsKeptDoesNotCountAsPlayed() {
        double before = segue.status().status().plays();
        make("747", "Zookeeper");
        assertThat(segue.status().status().plays()).isEqualTo(before);
        assertThat(segue.status().status().playlists()).isEqualTo(1);
    }

    @Test
    void refusesWhatDoesNotExist() {
        assertThatThrownBy(
                        () -> lists.create("X", "", "", List.of(new Item(Kind.TRACK, "nothing"))))
                .isInstanceOf(SegueException.NotFound.class)
                .hasMessageContaining("'nothing'");
        assertThatThrownBy(() -> lists.create(" ", "", "", List.of())).hasMessageContaining("name");
        String id = make("747").head().id();
        assertThatThrownBy(() -> lists.move(id, 0, 1)).hasMessageContaining("0..0");
    }

    @Test
    void writesFilesThatPlayersRead() {
        Playlist playlist = make("747", "Am I, Wry");
        String path = playlist.items().getFirst().path();
        assertThat(Path.of(path)).isRegularFile();
        assertThat(PlaylistFile.M3U8.write("Night", playlist.items()))
                .startsWith("#EXTM3U\n#PLAYLIST:Night\n#EXTINF:")
                .contains(",Kent - 747\n" + path + "\n")
                .contains("# no file: Mew - Am I, Wry\n");
        assertThat(PlaylistFile.CSV.write("Night", playlist.items()).lines().toList())
                .hasSize(3)
                .first()
                .isEqualTo("position,kind,artist,title,album,durationSeconds,path,id");
        assertThat(PlaylistFile.CSV.write("Night", playlist.items()))
                .contains("2,track,Mew,\"Am I, Wry\"");
        assertThat(PlaylistFile.JSPF.write("Night", playlist.items()))
                .contains("\"title\" : \"Night\"")
                .contains("\"creator\" : \"Kent\"")
                .contains(Path.of(path).toUri().toString());
        assertThatThrownBy(() -> PlaylistFile.parse("doc")).hasMessageContaining("m3u8");
    }
}
