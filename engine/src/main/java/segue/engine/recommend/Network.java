package segue.engine.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import segue.core.model.Ranking;
import segue.core.model.TrainedModel;
import segue.core.run.SegueException;
import segue.library.Kind;
import segue.library.Library;
import segue.library.browse.ArtistHead;

/// The artists around one, and how they hang together, as a model sees them.
///
/// @param nodes the artist asked for is the first
/// @param links between nodes, each once
public record Network(List<Node> nodes, List<Link> links) {

    /// How many of the nearest of each artist become links.
    private static final int LINKS = 5;

    public Network {
        nodes = List.copyOf(nodes);
        links = List.copyOf(links);
    }

    /// An artist.
    ///
    /// @param group its foremost tag, or empty
    /// @param distance steps from the artist asked for
    public record Node(String id, String name, double plays, String group, int distance) {}

    /// Two artists that are alike.
    ///
    /// @param weight 0..1
    public record Link(String source, String target, double weight) {}

    /// Half of the artists are the nearest of the one asked for, the others the nearest of those.
    ///
    /// @param n how many artists at most, the one asked for included
    /// @throws SegueException.NotFound for an unknown artist, or if the model ranks no artists
    private static Network of(Library library, OpenModel model, String artist, int n) {
        TrainedModel trained = model.trained();
        int seed =
                trained.items()
                        .row(artist)
                        .orElseThrow(
                                () ->
                                        new SegueException.NotFound(
                                                "The model '%s' does not know the artist '%s'."
                                                        .formatted(model.name(), artist)));
        Map<Integer, Integer> distances = new LinkedHashMap<>();
        distances.put(seed, 0);
        Ranking first = trained.model().similar(seed, Math.max(1, n / 2));
        for (int i = 0; i < first.size() && distances.size() < n; i++) {
            distances.put(first.item(i), 1);
        }
        for (int rank = 0; rank < LINKS && distances.size() < n; rank++) {
            for (int i = 0; i < first.size() && distances.size() < n; i++) {
                Ranking second = trained.model().similar(first.item(i), LINKS);
                if (rank < second.size()) {
                    distances.putIfAbsent(second.item(rank), 2);
                }
            }
        }
        return new Network(nodes(library, trained, distances), links(trained, distances.keySet()));
    }

    /// @throws SegueException.NotFound for an unknown artist, or if the model ranks no artists
    public static Network around(Library library, OpenModel model, String artist, int n) {
        if (model.item() != Kind.ARTIST) {
            throw new SegueException.NotFound(
                    "The model '%s' ranks tracks; train one of artists with: segue train als"
                            .formatted(model.name()));
        }
        return of(library, model, artist, n);
    }

    private static List<Node> nodes(
            Library library, TrainedModel trained, Map<Integer, Integer> distances) {
        List<String> ids =
                distances.keySet().stream().map(item -> trained.items().id(item)).toList();
        Map<String, ArtistHead> heads = new HashMap<>();
        library.artistHeads(ids).forEach(head -> heads.put(head.id(), head));
        List<Node> nodes = new ArrayList<>();
        distances.forEach(
                (item, distance) -> {
                    String id = trained.items().id(item);
                    ArtistHead head = heads.getOrDefault(id, new ArtistHead(id, id, 0, ""));
                    nodes.add(new Node(id, head.name(), head.plays(), head.tag(), distance));
                });
        return nodes;
    }

    private static List<Link> links(TrainedModel trained, Set<Integer> nodes) {
        Set<List<Integer>> seen = new LinkedHashSet<>();
        List<Link> links = new ArrayList<>();
        for (int node : nodes) {
            Ranking near = trained.model().similar(node, LINKS * 4);
            int taken = 0;
            for (int i = 0; i < near.size() && taken < LINKS; i++) {
                int other = near.item(i);
                if (nodes.contains(other)) {
                    taken++;
                    if (seen.add(List.of(Math.min(node, other), Math.max(node, other)))) {
                        links.add(
                                new Link(
                                        trained.items().id(node),
                                        trained.items().id(other),
                                        near.relative(i)));
                    }
                }
            }
        }
        links.sort(Comparator.comparingDouble(Link::weight).reversed());
        return links;
    }
}
