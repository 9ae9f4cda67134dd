package segue.audio.compose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import segue.audio.compose.Section.Kind;

/// Plays the drums of a score: all of them when the piece is full, few in the quiet sections, a
/// fill where a section ends, a crash where a loud one begins.
final class Drummer {

    private static final Set<Drum> LOW = Set.of(Drum.KICK, Drum.TOM_LOW);
    private static final Set<Drum> BACKBEAT = Set.of(Drum.SNARE, Drum.CLAP);

    private final Style style;
    private final Map<Drum, String> lines = new EnumMap<>(Drum.class);
    private final Feel feel;
    private final SplittableRandom random;
    private final boolean quietIntro;
    private final List<Hit> hits = new ArrayList<>();

    Drummer(Style style, Feel feel, SplittableRandom random) {
        this.style = style;
        this.feel = feel;
        this.random = random;
        this.quietIntro = random.nextInt(3) == 0;
        Score score = Score.of(style);
        for (Drum drum : Drum.values()) {
            List<String> choice = score.drums().getOrDefault(drum, List.of());
            if (!choice.isEmpty()) {
                lines.put(drum, choice.get(random.nextInt(choice.size())));
            }
        }
    }

    List<Hit> play(List<Section> sections) {
        for (Section section : sections) {
            for (int bar = section.firstBar(); bar < section.endBar(); bar++) {
                bar(section, bar);
            }
            if (section.kind() == Kind.DROP) {
                hit(Drum.CRASH, section.firstBar() * (double) style.beatsPerBar(), 0, .8);
            }
        }
        return hits.stream().sorted(Comparator.comparingDouble(Hit::beat)).toList();
    }

    private void bar(Section section, int bar) {
        int steps = style.beatsPerBar() * style.stepsPerBeat();
        boolean last = bar == section.endBar() - 1;
        boolean fill =
                (last && section.bars() > 1 && section.kind() != Kind.OUTRO)
                        || (bar % 8 == 7 && random.nextInt(3) == 0);
        int fillFrom = fill ? steps - random.nextInt(1, 3) * style.stepsPerBeat() : steps;
        double barBeat = (double) bar * style.beatsPerBar();
        for (Map.Entry<Drum, String> line : lines.entrySet()) {
            Drum drum = line.getKey();
            if (!plays(drum, section)) {
                continue;
            }
            int end = BACKBEAT.contains(drum) || LOW.contains(drum) ? fillFrom : steps;
            for (int step = 0; step < end; step++) {
                int place = (bar * steps + step) % line.getValue().length();
                strike(drum, barBeat, step, line.getValue().charAt(place));
            }
        }
        if (fill && plays(Drum.KICK, section)) {
            fill(barBeat, fillFrom, steps);
        }
    }

    private boolean plays(Drum drum, Section section) {
        return switch (section.kind()) {
            case DROP, BUILD -> section.kind() == Kind.DROP || drum != Drum.RIDE;
            case INTRO -> !quietIntro && !BACKBEAT.contains(drum) && drum != Drum.TOM_LOW;
            case OUTRO -> drum != Drum.SNARE || !style.machine();
            case BREAKDOWN ->
                    drum == Drum.SHAKER
                            || drum == Drum.HAT
                            || (!style.machine() && drum == Drum.RIM);
        };
    }

    private void strike(Drum drum, double barBeat, int step, char symbol) {
        switch (symbol) {
            case 'X' -> hit(drum, barBeat, step, .95);
            case 'x' -> hit(drum, barBeat, step, .7);
            case 'o' -> hit(drum, barBeat, step, .35);
            case '?' -> {
                if (random.nextInt(3) == 0) {
                    hit(drum, barBeat, step, .5);
                }
            }
            case 'r' -> {
                double third = 1.0 / (3 * style.stepsPerBeat());
                for (int i = 0; i < 3; i++) {
                    double beat = feel.beat(barBeat, step) + i * third;
                    hits.add(new Hit(drum, beat, feel.velocity(.4 + .15 * i)));
                }
            }
            default -> {}
        }
    }

    private void fill(double barBeat, int from, int steps) {
        Drum[] drums =
                style.machine()
                        ? new Drum[] {Drum.SNARE, Drum.SNARE, Drum.CLAP}
                        : new Drum[] {Drum.SNARE, Drum.TOM_HIGH, Drum.TOM_LOW};
        for (int step = from; step < steps; step++) {
            if (random.nextInt(4) != 0) {
                int which = (step - from) * drums.length / (steps - from);
                hit(drums[which], barBeat, step, random.nextDouble(.4, .9));
            }
        }
    }

    private void hit(Drum drum, double barBeat, int step, double velocity) {
        hits.add(new Hit(drum, feel.beat(barBeat, step), feel.velocity(velocity)));
    }
}
