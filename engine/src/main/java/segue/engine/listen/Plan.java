package segue.engine.listen;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import segue.core.run.Run;
import segue.library.sound.FileNews;
import segue.library.sound.FileStamp;
import segue.library.sound.KnownFile;

/// What there is to do: the files of a scan against those the library knows. A file that is where
/// it was, with the same size and date, is not opened. One that is new, or has another date, and as
/// large as a known one, may be that one: its bytes are compared.
final class Plan {

    private static final Optional<String> UNREADABLE = Optional.of(Failure.Kind.UNREADABLE.word());

    private final Scan scan;
    private final boolean retry;
    private final int version;
    private final Map<String, KnownFile> byPath = new HashMap<>();
    private final Map<Long, List<KnownFile>> bySize = new HashMap<>();
    private final Set<Long> taken = new HashSet<>();
    private final List<FileNews> now = new ArrayList<>();
    private final List<Found> toHear = new ArrayList<>();
    private int unchanged;
    private int stillFailing;

    private Plan(Scan scan, Collection<KnownFile> known, boolean retry, int version) {
        this.scan = scan;
        this.retry = retry;
        this.version = version;
        for (KnownFile file : known) {
            byPath.put(file.stamp().path(), file);
            if (file.wasHeard()) {
                bySize.computeIfAbsent(file.stamp().bytes(), _ -> new ArrayList<>()).add(file);
            }
        }
    }

    static Plan of(Scan scan, Collection<KnownFile> known, boolean retry, int version, Run run) {
        Plan plan = new Plan(scan, known, retry, version);
        for (Found found : scan.files().values()) {
            run.check();
            plan.decide(found);
        }
        for (KnownFile file : known) {
            run.check();
            boolean settled =
                    file.state() == KnownFile.State.GONE || plan.taken.contains(file.file());
            if (!settled
                    && !scan.files().containsKey(file.stamp().path())
                    && scan.misses(Paths.path(file.stamp().path()))) {
                plan.now.add(new FileNews.Gone(file.stamp()));
            }
        }
        return plan;
    }

    private void decide(Found found) {
        FileStamp stamp = found.stamp();
        KnownFile known = byPath.get(stamp.path());
        if (known != null && known.stamp().equals(stamp) && known.version() == version) {
            known(found, known);
            return;
        }
        KnownFile same = same(found);
        if (same == null) {
            toHear.add(found);
        } else if (same.stamp().path().equals(stamp.path())) {
            now.add(new FileNews.Unchanged(stamp));
        } else {
            boolean left =
                    !scan.files().containsKey(same.stamp().path())
                            && Files.notExists(Paths.path(same.stamp().path()))
                            && taken.add(same.file());
            now.add(
                    left
                            ? new FileNews.Moved(stamp, same.file(), Profiles.tags(found))
                            : new FileNews.Copied(stamp, same.file(), Profiles.tags(found)));
        }
    }

    private void known(Found found, KnownFile known) {
        boolean again =
                retry || (known.failureKind().equals(UNREADABLE) && Files.isReadable(found.path()));
        if (!known.wasHeard() && again) {
            toHear.add(found);
        } else if (known.state() == KnownFile.State.GONE) {
            now.add(new FileNews.Unchanged(found.stamp()));
        } else if (known.wasHeard()) {
            unchanged++;
        } else {
            stillFailing++;
        }
    }

    /// A file that was heard by this version of the analysis and holds the same bytes: preferably
    /// the one at this very path, then one that is not where it was.
    private @Nullable KnownFile same(Found found) {
        List<KnownFile> candidates =
                bySize.getOrDefault(found.stamp().bytes(), List.of()).stream()
                        .filter(file -> file.version() == version)
                        .filter(file -> !taken.contains(file.file()))
                        .toList();
        if (candidates.isEmpty() || found.stamp().bytes() == 0) {
            return null;
        }
        try {
            String hash = Content.hash(found.path());
            KnownFile best = null;
            for (KnownFile file : candidates) {
                if (!file.content().equals(hash)) {
                    continue;
                }
                if (file.stamp().path().equals(found.stamp().path())) {
                    return file;
                }
                boolean left = !scan.files().containsKey(file.stamp().path());
                if (best == null || left) {
                    best = file;
                }
            }
            return best;
        } catch (IOException e) {
            // It cannot be read: listening to it will say why.
            return null;
        }
    }

    /// What can be stored at once.
    List<FileNews> now() {
        return now;
    }

    List<Found> toHear() {
        return toHear;
    }

    int unchanged() {
        return unchanged;
    }

    /// Files that failed before and have not changed.
    int stillFailing() {
        return stillFailing;
    }
}
