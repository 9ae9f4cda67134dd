package segue.server.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/// The routes of the API in the order they were entered; of two that fit, the first answers.
public final class RouteTable {

    /// Before every path of openapi.yaml.
    public static final String BASE = "/api/v1";

    /// One route.
    ///
    /// @param path as in openapi.yaml: `/artists/{id}`
    public record Route(HandlerType method, String path, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    public void get(String path, Handler handler) {
        routes.add(new Route(HandlerType.GET, path, handler));
    }

    public void post(String path, Handler handler) {
        routes.add(new Route(HandlerType.POST, path, handler));
    }

    public void put(String path, Handler handler) {
        routes.add(new Route(HandlerType.PUT, path, handler));
    }

    public void patch(String path, Handler handler) {
        routes.add(new Route(HandlerType.PATCH, path, handler));
    }

    public void delete(String path, Handler handler) {
        routes.add(new Route(HandlerType.DELETE, path, handler));
    }

    public List<Route> routes() {
        return List.copyOf(routes);
    }
}
