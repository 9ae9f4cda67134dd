package segue.engine.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import segue.core.run.Run;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.filter.BpmRule;
import segue.engine.filter.KeyRule;
import segue.engine.filter.MusicFilter;
import segue.engine.listen.ListenReport;
import segue.engine.listen.ListenRequest;
import segue.engine.sound.Alike;
import segue.engine.sound.AlikeList;
import segue.engine.sound.SoundSearch;

/// The steps of the demonstration that have to do with sound: composes, listens, compares with what
/// was composed, shows what sounds alike.
final class Sounding {

    private static final int SHOWN = 5;

    /// What a DJ can mix: in key, and within reach of the pitch fader.
    private static final MusicFilter MIXABLE =
            MusicFilter.NONE.withKey(new KeyRule.Compatible()).withBpm(new BpmRule.NearPercent(6));

    private final World world;
    private final Segue segue;
    private final DemoTeller teller;
    private final Run run;

    Sounding(World world, Segue segue, DemoTeller teller, Run run) {
        this.world = world;
        this.segue = segue;
        this.teller = teller;
        this.run = run;
    }

    /// What sounds like one track: anything, and what can be mixed into it.
    record Answers(AlikeList alike, AlikeList mixable) {}

    List<Composed> compose(Path folder, int tracks) {
        teller.step(
                "Compose",
                "Hits of the most famous artists as short pieces of music: a synthesiser plays them, each artist with instruments of their own.");
        List<Composed> composed = new Studio(world, real(folder), run).record(tracks);
        double seconds = composed.stream().mapToDouble(Composed::seconds).sum();
        teller.composed(composed.size(), seconds, folder.toString());
        return composed;
    }

    ListenReport listen(Path folder) {
        teller.step(
                "Listen",
                "The ordinary analysis hears the files, as it would anyone's music; tags tell it names, not tempo or key.");
        return segue.listen(ListenRequest.of(List.of(folder)), run);
    }

    HeardRight compare(ListenReport listened, List<Composed> composed) {
        HeardRight right = HeardRight.of(composed, segue.sounds().traits());
        teller.listened(listened, right);
        return right;
    }

    Answers answer(List<Composed> composed) {
        teller.step(
                "What sounds alike",
                "By the files alone, whoever plays them. The styles are known from the composer; the analysis was not told.");
        SoundSearch sounds = segue.sounds();
        String subject = mostMixable(sounds, composed);
        Map<String, String> styles = new HashMap<>();
        composed.forEach(track -> styles.put(track.file().toString(), track.style().title()));
        AlikeList alike = sounds.similar(subject, SHOWN, MusicFilter.NONE);
        AlikeList mixable = sounds.similar(subject, SHOWN, MIXABLE);
        teller.soundsAlike("Sounds like " + alike.subject(), named(alike, styles));
        teller.soundsAlike("And can be mixed into it (in key, tempo ±6 %)", named(mixable, styles));
        return new Answers(alike, mixable);
    }

    /// The club track from which a DJ can go on to most others.
    private static String mostMixable(SoundSearch sounds, List<Composed> composed) {
        String best = "";
        int most = -1;
        for (Composed track : composed) {
            if (track.artist().genre() == Genre.TECHNO) {
                int others = mixable(sounds, track.file().toString());
                if (others > most) {
                    most = others;
                    best = track.label();
                }
            }
        }
        return best;
    }

    private static int mixable(SoundSearch sounds, String file) {
        try {
            return sounds.similar(file, SHOWN, MIXABLE).items().size();
        } catch (IllegalArgumentException _) {
            return 0; // nothing to compare with: no tempo or no key was heard in it
        }
    }

    /// The same list with styles behind the names.
    private static AlikeList named(AlikeList list, Map<String, String> styles) {
        List<Alike> items =
                list.items().stream()
                        .map(item -> named(item, styles.getOrDefault(item.path(), "")))
                        .toList();
        return new AlikeList(list.subject(), list.sound(), items, list.notes());
    }

    private static Alike named(Alike item, String style) {
        return new Alike(
                item.rank(),
                item.id(),
                item.name() + " (" + style + ")",
                item.distance(),
                item.because(),
                item.bpm(),
                item.camelot(),
                item.energy(),
                item.durationSeconds(),
                item.path());
    }

    /// The folder as the library will name it.
    private static Path real(Path folder) {
        try {
            return Files.createDirectories(folder).toRealPath();
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The music could not be written to " + folder + ": " + e.getMessage(), e);
        }
    }
}
