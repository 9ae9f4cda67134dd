package segue.server.http;

/// A group of routes around one thing. Implementations are thread-safe, and registered in
/// `Routes`.
@FunctionalInterface
public interface Resource {

    /// Enters its routes, with paths as they stand in openapi.yaml.
    void routes(RouteTable table);
}
