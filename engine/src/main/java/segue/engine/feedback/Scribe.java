package segue.engine.feedback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import segue.core.run.SegueException;
import segue.library.Library;
import segue.library.event.Event;
import segue.library.event.Noted;

/// Takes what listeners do from many threads and writes it with one: whoever comes while a batch is
/// being written is in the next, so that many share the wait for the disk. Whoever is answered is
/// on disk. Thread-safe.
public final class Scribe implements AutoCloseable {

    private static final int MOST_WAITING = 20_000;
    private static final int BATCH = 2000;
    private static final int TRIES = 3;

    private final Library library;
    private final BlockingQueue<Task> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final Thread writer;
    private volatile boolean closed;

    private sealed interface Task {
        CompletableFuture<Noted> answer();
    }

    private record Note(Event event, CompletableFuture<Noted> answer) implements Task {}

    private record Undo(String key, CompletableFuture<Noted> answer) implements Task {}

    public Scribe(Library library) {
        this.library = library;
        this.writer = Thread.ofPlatform().daemon().name("segue-events").start(this::work);
    }

    /// Notes an event, and waits until it is on disk.
    ///
    /// @throws SegueException.NotFound if there is no such artist or track
    /// @throws SegueException.Busy if too much is waiting, or it is closed
    public Noted.Kept note(Event event) {
        return switch (await(new Note(event, new CompletableFuture<>()))) {
            case Noted.Kept kept -> kept;
            case Noted.Unknown(Event unknown) ->
                    throw new SegueException.NotFound(
                            "There is no %s with the id '%s' in the library."
                                    .formatted(unknown.item().word(), unknown.id()));
        };
    }

    /// Undoes an event, and waits until that is on disk.
    ///
    /// @throws SegueException.NotFound if there is none of that key
    public Noted.Kept undo(String key) {
        return (Noted.Kept) await(new Undo(key, new CompletableFuture<>()));
    }

    private Noted await(Task task) {
        if (closed || !waiting.offer(task)) {
            throw new SegueException.Busy(
                    closed
                            ? "The server is ending; try again when it is back."
                            : "Too much is being noted at once; try again.");
        }
        if (closed && waiting.remove(task)) {
            throw new SegueException.Busy("The server is ending; try again when it is back.");
        }
        try {
            return task.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SegueException.Cancelled("Interrupted; ask again with the same key.");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SegueException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void work() {
        List<Task> tasks = new ArrayList<>();
        while (!closed || !waiting.isEmpty()) {
            try {
                Task first = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    tasks.add(first);
                    waiting.drainTo(tasks, BATCH - 1);
                    serve(tasks);
                    tasks.clear();
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /// In their order: notes together up to the next undoing.
    private void serve(List<Task> tasks) {
        List<Note> notes = new ArrayList<>();
        for (Task task : tasks) {
            switch (task) {
                case Note note -> notes.add(note);
                case Undo undo -> {
                    write(notes);
                    notes.clear();
                    undo(undo);
                }
            }
        }
        write(notes);
    }

    private void undo(Undo undo) {
        try {
            Optional<Noted.Kept> undone = library.undo(undo.key());
            if (undone.isPresent()) {
                undo.answer().complete(undone.get());
            } else {
                undo.answer()
                        .completeExceptionally(
                                new SegueException.NotFound(
                                        "There is no event with the key '%s'."
                                                .formatted(undo.key())));
            }
        } catch (RuntimeException | Error e) {
            undo.answer().completeExceptionally(e);
        }
    }

    private void write(List<Note> notes) {
        if (notes.isEmpty()) {
            return;
        }
        Map<String, Event> events = new LinkedHashMap<>();
        notes.forEach(note -> events.putIfAbsent(note.event().key(), note.event()));
        try {
            List<Noted> noted = patiently(List.copyOf(events.values()));
            Map<String, Noted> byKey = new LinkedHashMap<>();
            int at = 0;
            for (String key : events.keySet()) {
                byKey.put(key, noted.get(at++));
            }
            for (Note note : notes) {
                note.answer().complete(byKey.get(note.event().key()));
            }
        } catch (RuntimeException | Error e) {
            if (notes.size() > 1 && e instanceof SegueException.Busy) {
                // One stranger must not keep the others waiting.
                notes.forEach(note -> write(List.of(note)));
            } else {
                notes.forEach(note -> note.answer().completeExceptionally(e));
            }
        }
    }

    /// An import that touches the same opinions at the same moment makes the database refuse.
    private List<Noted> patiently(List<Event> events) {
        for (int tries = 1; ; tries++) {
            try {
                return library.note(events);
            } catch (SegueException.Failed e) {
                if (tries == TRIES || !String.valueOf(e.getMessage()).contains("onflict")) {
                    throw e;
                }
            }
        }
    }

    /// Writes what is waiting, and takes nothing more.
    @Override
    public void close() {
        closed = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
