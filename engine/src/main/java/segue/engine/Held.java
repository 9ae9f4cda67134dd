package segue.engine;

import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;

/// Something costly that is made from the library and holds as long as the library does not change:
/// an index, an opened model, figures. It is made once for all who ask; while a new one is being
/// made, who waited long enough gets the old one, so that no request stands still. Whoever got one
/// keeps it. Thread-safe.
///
/// @param <K> what it depends on: if that is another, a new one is made
/// @param <T> what is held; must be immutable or thread-safe
public final class Held<K, T> {

    private static final long USUAL_PATIENCE_MILLIS = 2000;

    private final Supplier<K> key;
    private final Function<K, T> make;
    private final long patienceMillis;
    private @Nullable Made<K, T> ready;
    private @Nullable Making<K, T> making;

    private record Made<K, T>(K key, T value) {}

    private static final class Making<K, T> {
        private final K key;
        private final CompletableFuture<T> value = new CompletableFuture<>();

        Making(K key) {
            this.key = key;
        }
    }

    /// @param key is asked at each [#get], so it must be quick
    /// @param make makes one for a key
    public Held(Supplier<K> key, Function<K, T> make) {
        this(key, make, USUAL_PATIENCE_MILLIS);
    }

    Held(Supplier<K> key, Function<K, T> make, long patienceMillis) {
        this.key = key;
        this.make = make;
        this.patienceMillis = patienceMillis;
    }

    /// The newest one; an older one if that takes long, or if it cannot be made.
    ///
    /// @throws RuntimeException what making it threw, if there is no older one
    public T get() {
        K now = key.get();
        Making<K, T> awaited;
        Made<K, T> old;
        synchronized (this) {
            old = ready;
            if (old != null && old.key().equals(now)) {
                return old.value();
            }
            Making<K, T> begun = making;
            awaited = begun != null && begun.key.equals(now) ? begun : begin(now);
        }
        return await(awaited, old);
    }

    private Making<K, T> begin(K now) {
        Making<K, T> begun = new Making<>(now);
        making = begun;
        Thread.ofPlatform().daemon().name("segue-open").start(() -> run(begun));
        return begun;
    }

    private void run(Making<K, T> begun) {
        try {
            T value = make.apply(begun.key);
            synchronized (this) {
                if (making == begun) {
                    making = null;
                    ready = new Made<>(begun.key, value);
                }
            }
            begun.value.complete(value);
        } catch (RuntimeException | Error e) {
            synchronized (this) {
                if (making == begun) {
                    making = null;
                }
            }
            begun.value.completeExceptionally(e);
        }
    }

    private T await(Making<K, T> awaited, @Nullable Made<K, T> old) {
        try {
            return old == null
                    ? awaited.value.get()
                    : awaited.value.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Objects.requireNonNull(old).value();
        } catch (ExecutionException e) {
            if (old != null) {
                return old.value();
            }
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new CompletionException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SegueException.Cancelled();
        }
    }

    /// The one that is ready, without making any.
    public synchronized @Nullable T peek() {
        return ready == null ? null : ready.value();
    }
}
