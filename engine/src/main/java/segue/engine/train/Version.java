package segue.engine.train;

/// The version of Segue, as the build knows it.
public final class Version {

    /// "0.1.0-SNAPSHOT"; "dev" where the classes do not come from a jar.
    public static final String TEXT = read();

    private Version() {}

    private static String read() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
