package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.server.http.Answers;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// Whether the server lives, and whether it can work: the database answers, the disk has room.
public final class HealthResource implements Resource {

    private static final long LEAST_BYTES = 50L << 20;

    private final Segue segue;

    public HealthResource(Segue segue) {
        this.segue = segue;
    }

    record Health(String status, List<Check> checks) {}

    record Check(String name, boolean ok, String detail) {}

    @Override
    public void routes(RouteTable table) {
        table.get("/health/live", this::live);
        table.get("/health/ready", this::ready);
    }

    private void live(Context ctx) {
        Answers.json(ctx, new Health("up", List.of()));
    }

    private void ready(Context ctx) {
        List<Check> checks = List.of(library(), disk());
        boolean up = checks.stream().allMatch(Check::ok);
        Answers.json(
                ctx,
                up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE,
                new Health(up ? "up" : "down", checks));
    }

    private Check library() {
        try {
            return new Check("library", true, "revision " + segue.revision());
        } catch (SegueException e) {
            return new Check("library", false, String.valueOf(e.getMessage()));
        }
    }

    private Check disk() {
        Path folder = segue.folder();
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return new Check("disk", free >= LEAST_BYTES, "%d MB free".formatted(free >> 20));
        } catch (IOException e) {
            return new Check("disk", false, "the disk does not answer: " + e.getMessage());
        }
    }
}
