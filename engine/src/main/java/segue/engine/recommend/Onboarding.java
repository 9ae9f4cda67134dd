package segue.engine.recommend;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import segue.core.model.Ranking;
import segue.core.model.TopN;
import segue.core.rank.Diversify;
import segue.engine.catalogue.Catalogue;
import segue.library.MusicItem;

/// Picks artists for a newcomer: many can say something of who is known to many, and each answer
/// says most if the artists are unlike. Of the best known, maximal marginal relevance takes those.
///
/// @param stock of artists
/// @param opened a model that knows who is alike
record Onboarding(Stock stock, Optional<Opened> opened) {

    private static final double VARIETY = .6;
    private static final int GENRES = 3;

    List<OnboardingPick> picks(int n) {
        Catalogue catalogue = stock.catalogue();
        TopN known = new TopN(20 * n + 20);
        catalogue
                .rows()
                .filter(row -> catalogue.listeners(row) > 0)
                .forEach(
                        row ->
                                known.offer(
                                        row,
                                        (float) Math.log1p((double) catalogue.listeners(row))));
        Ranking ranking =
                new Diversify(VARIETY, n, new Likeness(stock, opened)).rerank(known.take());
        return IntStream.range(0, Math.min(n, ranking.size()))
                .mapToObj(i -> pick(ranking.item(i)))
                .toList();
    }

    private OnboardingPick pick(int row) {
        Catalogue catalogue = stock.catalogue();
        MusicItem artist = catalogue.item(row);
        return new OnboardingPick(
                catalogue.kind().word(),
                artist.id(),
                artist.name(),
                catalogue.tags().genres(row).stream().limit(GENRES).toList(),
                artist.listeners(),
                stock.tracks().ofArtist(artist.id()).stream()
                        .map(track -> stock.tracks().item(track))
                        .filter(track -> !track.path().isEmpty())
                        .map(MusicItem::id)
                        .findFirst());
    }
}
