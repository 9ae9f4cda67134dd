package segue.library;

/// How a library is opened.
///
/// @param memoryMegabytes what the database may hold in memory before it spills to the folder; the
///   whole process needs some hundred more
/// @param threads how many threads the database uses
/// @param command what the lock tells other processes about this one ("segue import plays a.csv")
public record LibraryOptions(int memoryMegabytes, int threads, String command) {

    /// One gigabyte, all processors.
    public static final LibraryOptions DEFAULTS =
            new LibraryOptions(1024, Runtime.getRuntime().availableProcessors(), "segue");

    public LibraryOptions {
        if (memoryMegabytes < 64) {
            throw new IllegalArgumentException(
                    "memoryMegabytes must be at least 64, is " + memoryMegabytes);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, is " + threads);
        }
    }

    public LibraryOptions withMemoryMegabytes(int other) {
        return new LibraryOptions(other, threads, command);
    }

    public LibraryOptions withThreads(int other) {
        return new LibraryOptions(memoryMegabytes, other, command);
    }

    public LibraryOptions withCommand(String other) {
        return new LibraryOptions(memoryMegabytes, threads, other);
    }
}
