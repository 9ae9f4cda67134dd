package segue.server.resource;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import segue.core.run.SegueException;
import segue.engine.Segue;
import segue.engine.tracks.Covers;
import segue.engine.tracks.Peaks;
import segue.engine.tracks.TrackPage;
import segue.engine.tracks.TrackSearch;
import segue.library.Feature;
import segue.server.http.Answers;
import segue.server.http.Asked;
import segue.server.http.Resource;
import segue.server.http.RouteTable;

/// The table of music, one track, and its sound and pictures.
public final class TracksResource implements Resource {

    private static final int LONGEST = 500;

    private final Segue segue;

    public TracksResource(Segue segue) {
        this.segue = segue;
    }

    record Rows(List<Pictured.TrackRow> items, @Nullable String next, int total) {}

    record Track(
            Pictured.TrackRow row,
            long listeners,
            List<Pictured.Tag> tags,
            List<TrackFeature> features,
            List<Section> sections,
            List<AudioFile> files,
            boolean hasCover) {}

    record TrackFeature(
            String name, double value, double average, double low, double high, String source) {}

    record Section(double startSeconds, double endSeconds) {}

    record AudioFile(
            String path, String codec, Optional<Long> bitRate, long bytes, boolean present) {}

    record Drawing(double durationSeconds, List<Double> peaks) {}

    @Override
    public void routes(RouteTable table) {
        table.get("/tracks", this::list);
        table.get(
                "/tracks/{id}",
                ctx -> Answers.tagged(ctx, segue.pulse(), () -> track(Asked.path(ctx, "id"))));
        table.get("/tracks/{id}/audio", this::audio);
        table.get("/tracks/{id}/cover", this::cover);
        table.get("/tracks/{id}/waveform", this::waveform);
    }

    private void list(Context ctx) {
        String query = Asked.text(ctx, "q").orElse("");
        if (query.length() > LONGEST) {
            throw new Asked.Unreadable(
                    "q", "'q' must have at most %d characters".formatted(LONGEST));
        }
        String sort = Asked.text(ctx, "sort").orElse("");
        int limit = Asked.limit(ctx);
        String cursor = Asked.text(ctx, "cursor").orElse("");
        Answers.tagged(
                ctx,
                segue.stamp(),
                () -> {
                    TrackSearch.Page page =
                            segue.explore().tracks().page(query, sort, cursor, limit);
                    return new Rows(
                            page.items().stream().map(Pictured::row).toList(),
                            page.next().isEmpty() ? null : page.next(),
                            page.total());
                });
    }

    private Track track(String id) {
        TrackPage page = segue.explore().track(id);
        List<TrackFeature> features = new ArrayList<>();
        page.features()
                .forEach(
                        (name, value) -> {
                            Feature feature = Feature.of(name).orElseThrow();
                            features.add(
                                    new TrackFeature(
                                            name,
                                            value,
                                            page.averages().getOrDefault(name, Double.NaN),
                                            feature.low(),
                                            feature.high(),
                                            page.track().source()));
                        });
        List<Section> sections = new ArrayList<>();
        for (int i = 0; i + 1 < page.sections().size(); i += 2) {
            sections.add(new Section(page.sections().get(i), page.sections().get(i + 1)));
        }
        return new Track(
                Pictured.row(page.track()),
                page.listeners(),
                page.tags().stream().map(t -> new Pictured.Tag(t.tag(), t.count())).toList(),
                features,
                sections,
                page.files().stream()
                        .map(
                                file ->
                                        new AudioFile(
                                                file.path(),
                                                file.codec(),
                                                Optional.of(file.bitRate()).filter(r -> r > 0),
                                                file.bytes(),
                                                file.state().equals("heard")))
                        .toList(),
                page.track().playable() && segue.explore().cover(id).isPresent());
    }

    private void audio(Context ctx) throws IOException {
        String id = Asked.path(ctx, "id");
        List<Path> files = segue.explore().audio(id);
        if (files.isEmpty()) {
            throw new SegueException.NotFound(
                    "The library has no file of this track that is there. Let it listen to one with: segue listen FOLDER");
        }
        FileAnswer.ranged(ctx, files.getFirst());
    }

    private void cover(Context ctx) throws IOException {
        Covers.Picture picture =
                segue.explore()
                        .cover(Asked.path(ctx, "id"))
                        .orElseThrow(
                                () ->
                                        new SegueException.NotFound(
                                                "No file of this track has a picture."));
        String etag = picture.file().getFileName().toString();
        ctx.header("ETag", "\"" + etag + "\"").header("Cache-Control", "private, max-age=86400");
        if (Answers.matches(Optional.ofNullable(ctx.header("If-None-Match")), "\"" + etag + "\"")) {
            ctx.status(HttpStatus.NOT_MODIFIED);
            return;
        }
        ctx.contentType(picture.type()).result(Files.newInputStream(picture.file()));
    }

    private void waveform(Context ctx) {
        Peaks peaks =
                segue.explore()
                        .waveform(Asked.path(ctx, "id"))
                        .orElseThrow(
                                () ->
                                        new SegueException.NotFound(
                                                "This track was never heard, so it has no waveform."));
        Answers.tagged(
                ctx, segue.stamp(), () -> new Drawing(peaks.durationSeconds(), peaks.peaks()));
    }
}
