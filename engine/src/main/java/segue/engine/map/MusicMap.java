package segue.engine.map;

import java.util.List;

/// A map to be drawn: arrays of the same length.
///
/// @param kind track or artist
/// @param colour what `value` says: genre, category, tempo or energy
/// @param method how the places came about, for people
/// @param value the number to colour by, or the place of the group in `groups`; NaN where unknown
/// @param groups names of groups, the largest first; empty where `value` is a number
public record MusicMap(
        String kind,
        String colour,
        String method,
        List<String> id,
        List<String> label,
        List<Float> x,
        List<Float> y,
        List<Double> value,
        List<String> groups) {}
