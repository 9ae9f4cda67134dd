package segue.server.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import segue.core.run.SegueException;

/// The token that opens a server to other machines. Only its digest is stored; 256 random bits need
/// no salt.
public final class Token {

    private static final String FILE = "token";
    private static final int BYTES = 32;

    private Token() {}

    /// Makes a token, which replaces an older one. Nobody can read it again.
    ///
    /// @param library the folder of the library
    public static String create(Path library) {
        String token = random();
        try {
            Files.createDirectories(library);
            write(library.resolve(FILE), digest(token));
        } catch (IOException e) {
            throw new SegueException.Failed(
                    "The token could not be stored in %s: %s".formatted(library, e.getMessage()),
                    e);
        }
        return token;
    }

    /// The digest of the token of a library, if it has one.
    public static Optional<String> digestOf(Path library) {
        Path file = library.resolve(FILE);
        try {
            return Files.exists(file)
                    ? Optional.of(Files.readString(file, StandardCharsets.US_ASCII).strip())
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Fresh randomness as text for headers and cookies.
    public static String random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String digest(String token) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("SHA-256")
                                    .digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// Whether a token is that of a digest, in a time that tells nothing.
    static boolean fits(String token, String digest) {
        return MessageDigest.isEqual(
                digest(token).getBytes(StandardCharsets.US_ASCII),
                digest.getBytes(StandardCharsets.US_ASCII));
    }

    /// Writes a file that only its owner can read, whole or not at all.
    public static void write(Path file, String text) throws IOException {
        Path aside = file.resolveSibling("." + file.getFileName() + ".new");
        Files.deleteIfExists(aside);
        OwnerOnly.create(aside);
        Files.writeString(aside, text + "\n");
        Files.move(
                aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
