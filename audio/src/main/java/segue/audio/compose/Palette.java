package segue.audio.compose;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import segue.audio.compose.Patch.Filter;
import segue.audio.compose.Patch.Shape;
import segue.audio.compose.Patch.Space;
import segue.audio.compose.Patch.Tone;

/// The sound of an artist within a style: which instruments, how the knobs are turned, which drum
/// kit, which room, how loud. The same for all the artist's pieces, so that they sound akin.
/// Immutable.
public final class Palette {

    private final Style style;
    private final long artist;
    private final Map<Role, Instrument> instruments = new EnumMap<>(Role.class);
    private final Map<Role, Patch> patches = new EnumMap<>(Role.class);
    private final Kit kit;
    private final Room room;

    /// @param reverbSeconds until the echo has fallen by 60 dB
    /// @param damping 0..1, how fast the treble dies
    /// @param wet gain of the reverb
    /// @param noise level of hiss or vinyl, 0..1
    /// @param tilt dB from bass to treble
    /// @param ducking 0..1, how deep the kick pushes the rest down
    /// @param rms loudness aimed at, 0..1 of full scale
    record Room(
            double reverbSeconds,
            double damping,
            double wet,
            double noise,
            double tilt,
            double ducking,
            double rms) {}

    private Palette(Style style, long artist) {
        this.style = style;
        this.artist = artist;
        SplittableRandom random = new SplittableRandom(artist * 31 + style.name().hashCode());
        Score score = Score.of(style);
        double brightness = random.nextDouble(-.7, .7);
        for (Role role : Role.values()) {
            List<Instrument> choice = score.instruments().getOrDefault(role, List.of());
            if (!choice.isEmpty()) {
                Instrument instrument = choice.get(random.nextInt(choice.size()));
                instruments.put(role, instrument);
                patches.put(role, turned(Patches.of(instrument), brightness, random));
            }
        }
        kit = Kit.draw(style, random);
        room = room(random);
    }

    /// The palette of the artist with this seed.
    public static Palette of(Style style, long artist) {
        return new Palette(style, artist);
    }

    public Style style() {
        return style;
    }

    /// The artist's seed.
    public long artist() {
        return artist;
    }

    /// The instrument for `role`, which must be one of the style's.
    Instrument instrument(Role role) {
        return of(instruments, role);
    }

    Patch patch(Role role) {
        return of(patches, role);
    }

    Kit kit() {
        return kit;
    }

    Room room() {
        return room;
    }

    private <T> T of(Map<Role, T> map, Role role) {
        T value = map.get(role);
        if (value == null) {
            throw new IllegalArgumentException(style + " has no " + role);
        }
        return value;
    }

    private static Patch turned(Patch patch, double brightness, SplittableRandom random) {
        Tone tone = patch.tone();
        Filter filter = patch.filter();
        Shape shape = patch.shape();
        Space space = patch.space();
        double octaves = brightness + random.nextDouble(-.5, .5);
        return new Patch(
                new Tone(
                        tone.source(),
                        tone.voices(),
                        tone.detuneCents() * random.nextDouble(.5, 1.5),
                        tone.sub(),
                        tone.ratio(),
                        tone.index() * random.nextDouble(.75, 1.2),
                        tone.vibratoCents() * random.nextDouble(.4, 1.6)),
                new Shape(
                        shape.attack() * random.nextDouble(.6, 1.5),
                        shape.decay() * random.nextDouble(.7, 1.4),
                        shape.sustain(),
                        shape.release() * random.nextDouble(.7, 1.5)),
                new Filter(
                        filter.hertz() * StrictMath.pow(2, octaves),
                        filter.resonance() * random.nextDouble(.6, 1.15),
                        filter.sweepOctaves() * random.nextDouble(.6, 1.3),
                        filter.sweepSeconds() * random.nextDouble(.6, 1.6),
                        filter.wobble()),
                new Space(
                        space.drive() * random.nextDouble(.5, 1.3),
                        space.chorus() * random.nextDouble(.4, 1.4),
                        space.echo() * random.nextDouble(.2, 1.4),
                        space.reverb() * random.nextDouble(.5, 1.5)),
                patch.level() * random.nextDouble(.8, 1.2));
    }

    private Room room(SplittableRandom random) {
        boolean wide = style == Style.AMBIENT || style == Style.BALLAD || style == Style.TRANCE;
        boolean dusty = style == Style.TRIP_HOP || style == Style.HIP_HOP;
        boolean club =
                switch (style) {
                    case HOUSE, TECHNO, TRANCE, DUBSTEP -> true;
                    default -> false;
                };
        return new Room(
                (wide ? 2.4 : 1.1) * random.nextDouble(.6, 1.5),
                random.nextDouble(.2, .7),
                (wide ? .5 : .3) * random.nextDouble(.5, 1.4),
                dusty ? random.nextDouble(.3, 1) : random.nextDouble(0, .2),
                random.nextDouble(-2.5, 2.5),
                club ? random.nextDouble(.2, .8) : 0,
                StrictMath.pow(
                        10, (style.machine() ? -11.5 : -14) / 20 + random.nextDouble(-.15, .1)));
    }
}
