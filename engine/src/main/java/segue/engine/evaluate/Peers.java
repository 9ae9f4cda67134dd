package segue.engine.evaluate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import segue.engine.Json;

/// Published figures for splits that are known: they are shown only beside a test on the very same
/// files.
///
/// @param source where the figures are from
/// @param trainSha256 of the train file
/// @param testSha256 of the test file
/// @param trainBytes the size of the train file
/// @param peers the figures
record Peers(
        String source, long trainBytes, String trainSha256, String testSha256, List<Peer> peers) {

    private static final String RESOURCE = "peers-hetrec.json";

    /// The figures for these files, empty where they are not the known split.
    static List<Peer> of(TestData.Files files) {
        Peers known = read();
        try {
            boolean same =
                    Files.size(files.train()) == known.trainBytes
                            && Files.size(files.test()) < known.trainBytes
                            && sha256(files.train()).equals(known.trainSha256)
                            && sha256(files.test()).equals(known.testSha256);
            return same ? known.peers : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Peers read() {
        try (InputStream in =
                Objects.requireNonNull(Peers.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            return Json.read(in, Peers.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
