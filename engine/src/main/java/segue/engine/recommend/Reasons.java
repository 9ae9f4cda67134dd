package segue.engine.recommend;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import segue.core.model.Reason;
import segue.engine.catalogue.Catalogue;
import segue.engine.catalogue.Tags;
import segue.engine.filter.MusicFilter;
import segue.engine.mood.Mood;
import segue.engine.sound.SoundMap;

/// Says why an item is in a list. For one request.
///
/// @param scores what the list was made from
/// @param maker who made it
record Reasons(
        Ask ask,
        Person person,
        Stock stock,
        Optional<Opened> opened,
        Scores scores,
        ListMaker maker) {

    private static final int MOST = 3;

    /// So alike two items must sound for it to be a reason.
    private static final double ALIKE = .25;

    /// @param score the item's own
    List<Because> of(int row, float score) {
        List<Because> reasons = new ArrayList<>();
        plays(row, score, reasons);
        boolean unplayed = reasons.isEmpty();
        boolean content = !person.seeds().isEmpty() && scores.source() != Scores.Source.POPULARITY;
        if (content && (unplayed || ask.knobs().sound() > 0)) {
            sound(row, reasons);
        }
        tags(row, content && reasons.isEmpty(), reasons);
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

    private void plays(int row, float score, List<Because> reasons) {
        if (opened.isEmpty() || person.taste().isEmpty() || opened.get().column(row) < 0) {
            return;
        }
        Opened open = opened.get();
        int column = open.column(row);
        List<Reason> why =
                open.model().trained().model().explain(person.taste().get(), column, MOST);
        double sum = why.stream().mapToDouble(Reason::weight).sum();
        // Of a score in the model's own units each has its share; else shares are of these few.
        double whole = scores.isPlain() ? score : sum;
        for (Reason reason : why) {
            int of = open.row(reason.item());
            if (of < 0) {
                continue;
            }
            double share = whole > 0 ? Math.clamp(reason.weight() / whole, 0, 1) : 0;
            String label = stock.catalogue().label(of);
            reasons.add(
                    person.liked().get(of)
                            ? Because.liked(label, share)
                            : Because.played(label, share));
        }
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
                            List<String> words = sounds.inCommon(seed.row(), row);
                            String said = words.isEmpty() ? "" : ": " + String.join(", ", words);
                            reasons.add(
                                    new Because(
                                            "sound",
                                            "sounds like " + label + said,
                                            label,
                                            sounds.likeness(seed.row(), row)));
                        });
    }

    /// The tags that were asked for; where nothing else speaks for an item, those it shares.
    private void tags(int row, boolean shared, List<Because> reasons) {
        Catalogue catalogue = stock.catalogue();
        Tags tags = catalogue.tags();
        BitSet asked =
                tags.matching(
                        tag ->
                                MusicFilter.isAmong(tag, ask.filter().genres())
                                        || ask.moods().stream()
                                                .anyMatch(m -> Mood.named(m).isSaidBy(tag)));
        if (shared) {
            BitSet own = new BitSet();
            person.seeds().stream()
                    .limit(MOST)
                    .map(seed -> List.copyOf(catalogue.tags().genres(seed.row())))
                    .forEach(some -> own.or(tags.matching(some::contains)));
            asked.or(own);
        }
        tags.among(row, asked).stream()
                .limit(1)
                .forEach(
                        tagged ->
                                reasons.add(
                                        new Because(
                                                "tag",
                                                tagged.people() == 0
                                                        ? "is " + tagged.tag()
                                                        : "tagged %s by %d %s"
                                                                .formatted(
                                                                        tagged.tag(),
                                                                        tagged.people(),
                                                                        tagged.people() == 1
                                                                                ? "person"
                                                                                : "people"),
                                                tagged.tag(),
                                                tags.share(row, asked))));
    }
}
