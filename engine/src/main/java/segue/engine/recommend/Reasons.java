package segue.engine.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import segue.core.model.Reason;
import segue.core.model.Taste;
import segue.engine.catalogue.Catalogue;
import segue.engine.catalogue.Tags;
import segue.engine.mood.Mood;
import segue.engine.sound.SoundMap;
import segue.library.Feature;
import segue.library.Kind;

/// Says why items are in a list. For one request.
final class Reasons {

    private static final int MOST = 3;

    /// So alike two items must sound for it to be a reason.
    private static final double ALIKE = .25;

    /// As near are the tempi of two tracks that go together.
    private static final double SAME_TEMPO = .04;

    /// Of what so few have, it is said when it was asked for.
    private static final int FEW = 2;

    private final Ask ask;
    private final Person person;
    private final Stock stock;
    private final Optional<Opened> opened;
    private final Scores scores;
    private final ListMaker maker;
    private final Map<Integer, List<Reason>> carried = new HashMap<>();

    /// The tags that were asked for: as genres; by moods.
    private final List<BitSet> asked = new ArrayList<>();

    /// @param scores what the list was made from
    /// @param maker who made it
    /// @param list whose items are asked about
    Reasons(
            Ask ask,
            Person person,
            Stock stock,
            Optional<Opened> opened,
            Scores scores,
            ListMaker maker,
            List<Person.Seed> list) {
        this.ask = ask;
        this.person = person;
        this.stock = stock;
        this.opened = opened;
        this.scores = scores;
        this.maker = maker;
        if (!ask.filter().genres().isEmpty()) {
            asked.add(stock.tagsOf(ask.filter().genres()));
        }
        ask.moods().forEach(mood -> asked.add(stock.tagsOf(Mood.named(mood))));
        if (opened.isPresent() && person.taste().isPresent()) {
            carry(opened.get(), person.taste().get(), list);
        }
    }

    /// What of their own carried the items, for all at once.
    private void carry(Opened open, Taste taste, List<Person.Seed> list) {
        int[] columns =
                list.stream()
                        .mapToInt(item -> open.column(item.row()))
                        .filter(column -> column >= 0)
                        .toArray();
        List<List<Reason>> all = open.model().trained().model().explainAll(taste, columns, MOST);
        for (int i = 0; i < columns.length; i++) {
            carried.put(open.row(columns[i]), all.get(i));
        }
    }

    /// @param score the item's own
    List<Because> of(int row, float score) {
        List<Because> reasons = new ArrayList<>();
        fresh(row, reasons);
        int said = reasons.size();
        plays(row, score, reasons);
        boolean content = !person.seeds().isEmpty() && scores.source() != Scores.Source.POPULARITY;
        if (content && (reasons.size() == said || said > 0 || ask.knobs().sound() > 0)) {
            sound(row, reasons);
        }
        tags(row, content && reasons.size() == said, reasons);
        for (String name : ask.moods()) {
            Mood mood = Mood.named(name);
            reasons.add(new Because("mood", mood.name(), mood.name(), stock.mood(mood)[row]));
        }
        maker.moment(row).ifPresent(text -> reasons.add(new Because("moment", text, "", 0)));
        long listeners = stock.catalogue().listeners(row);
        if (reasons.isEmpty() && scores.source() == Scores.Source.POPULARITY && listeners > 0) {
            reasons.add(
                    new Because(
                            "popular",
                            "%d %s it".formatted(listeners, listeners == 1 ? "has" : "have"),
                            "",
                            stock.catalogue().popularity(row)));
        }
        return reasons;
    }

    private void fresh(int row, List<Because> reasons) {
        long listeners = stock.catalogue().listeners(row);
        if (ask.knobs().explore() > 0 && listeners <= FEW) {
            String who = listeners == 0 ? "nobody" : "hardly anybody";
            reasons.add(new Because("new", who + " has played it yet", "", ask.knobs().explore()));
        }
    }

    private void plays(int row, float score, List<Because> reasons) {
        List<Reason> why = carried.getOrDefault(row, List.of());
        if (opened.isEmpty() || why.isEmpty()) {
            return;
        }
        double sum = why.stream().mapToDouble(Reason::weight).sum();
        // Of a score in the model's own units each has its share; else shares are of these few.
        double whole = scores.isPlain() ? score : sum;
        SequencedMap<String, Double> liked = new LinkedHashMap<>();
        SequencedMap<String, Double> played = new LinkedHashMap<>();
        for (Reason reason : why) {
            int of = opened.get().row(reason.item());
            if (of >= 0) {
                double share = whole > 0 ? Math.clamp(reason.weight() / whole, 0, 1) : 0;
                (person.liked().get(of) ? liked : played).merge(called(of), share, Double::sum);
            }
        }
        liked.forEach((name, share) -> reasons.add(Because.liked(name, Math.min(1, share))));
        played.forEach((name, share) -> reasons.add(Because.played(name, share)));
    }

    /// What they said, where an item stands for it: who picked an artist did not pick a track.
    private String called(int row) {
        return person.meant().getOrDefault(row, stock.catalogue().label(row));
    }

    private void sound(int row, List<Because> reasons) {
        SoundMap sounds = stock.sounds();
        person.seeds().stream()
                .filter(seed -> seed.row() != row)
                .max(
                        Comparator.comparingDouble(
                                seed -> sounds.likeness(seed.row(), row) * seed.weight()))
                .filter(seed -> sounds.likeness(seed.row(), row) >= ALIKE)
                .ifPresent(
                        seed -> {
                            String label = stock.catalogue().label(seed.row());
                            List<String> words = inCommon(seed.row(), row);
                            String said = words.isEmpty() ? "" : ": " + String.join(", ", words);
                            reasons.add(
                                    new Because(
                                            "sound",
                                            "sounds like " + label + said,
                                            label,
                                            sounds.likeness(seed.row(), row)));
                        });
    }

    /// Tempo and key where two share them, then words: "124 BPM, 8A, dark".
    private List<String> inCommon(int one, int other) {
        Catalogue catalogue = stock.catalogue();
        List<String> words = new ArrayList<>();
        double tempo = catalogue.feature(other, Feature.TEMPO);
        if (catalogue.kind() == Kind.TRACK
                && Math.abs(tempo / catalogue.feature(one, Feature.TEMPO) - 1) <= SAME_TEMPO) {
            words.add("%d BPM".formatted(Math.round(tempo)));
        }
        if (catalogue.key(other).isPresent() && catalogue.key(other).equals(catalogue.key(one))) {
            words.add(catalogue.key(other).get().camelot());
        }
        // Both know of tempo and key; neither is said twice.
        boolean tempoSaid = words.stream().anyMatch(word -> word.endsWith("BPM"));
        stock.sounds().inCommon(one, other).stream()
                .filter(word -> !words.contains(word) && !(tempoSaid && word.endsWith("BPM")))
                .limit(MOST - words.size())
                .toList()
                .forEach(words::add);
        return words;
    }

    /// A tag of the genres that were asked for, else one of the moods; where nothing else speaks
    /// for an item, one that it shares with what they like.
    private void tags(int row, boolean shared, List<Because> reasons) {
        for (BitSet some : asked) {
            if (tagged(row, some, reasons)) {
                return;
            }
        }
        if (shared) {
            int[] first = person.seeds().stream().limit(MOST).mapToInt(Person.Seed::row).toArray();
            tagged(row, stock.catalogue().tags().genresOf(first), reasons);
        }
    }

    private boolean tagged(int row, BitSet some, List<Because> reasons) {
        Tags tags = stock.catalogue().tags();
        List<Tags.Tagged> among = tags.among(row, some);
        if (among.isEmpty()) {
            return false;
        }
        String tag = among.getFirst().tag();
        int people = among.getFirst().people();
        reasons.add(
                new Because(
                        "tag",
                        people == 0
                                ? "is " + tag
                                : "tagged %s by %d %s"
                                        .formatted(tag, people, people == 1 ? "person" : "people"),
                        tag,
                        tags.share(row, some)));
        return true;
    }
}
