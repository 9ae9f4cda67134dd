package segue.server;

import java.util.List;
import segue.engine.Segue;
import segue.server.guard.Guard;
import segue.server.http.Resource;
import segue.server.http.RouteTable;
import segue.server.resource.ArtistsResource;
import segue.server.resource.FeedbackResource;
import segue.server.resource.HealthResource;
import segue.server.resource.InsightsResource;
import segue.server.resource.LibraryResource;
import segue.server.resource.ListenersResource;
import segue.server.resource.MapResource;
import segue.server.resource.ModelsResource;
import segue.server.resource.PlaylistsResource;
import segue.server.resource.RecommendationsResource;
import segue.server.resource.SearchResource;
import segue.server.resource.SessionResource;
import segue.server.resource.SimilarResource;
import segue.server.resource.TracksResource;

/// The table of contents of the API: every resource there is. A test holds it against openapi.yaml.
public final class Routes {

    private Routes() {}

    /// @param more what also needs parts of the server besides the library
    static RouteTable of(Segue segue, Guard guard, List<Resource> more) {
        RouteTable table = new RouteTable();
        for (Resource resource :
                List.<Resource>of(
                        new HealthResource(segue),
                        new SessionResource(guard),
                        new LibraryResource(segue),
                        new ModelsResource(segue),
                        new RecommendationsResource(segue),
                        new SearchResource(segue),
                        new ListenersResource(segue),
                        new ArtistsResource(segue),
                        new TracksResource(segue),
                        new SimilarResource(segue),
                        new PlaylistsResource(segue),
                        new InsightsResource(segue),
                        new MapResource(segue),
                        new FeedbackResource(segue))) {
            resource.routes(table);
        }
        more.forEach(resource -> resource.routes(table));
        return table;
    }
}
