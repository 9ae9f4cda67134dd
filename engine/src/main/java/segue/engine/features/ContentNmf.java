package segue.engine.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import segue.core.train.Nmf;
import segue.library.Feature;

/// Settings of the factorisation of features: chosen columns are scaled to 0..1 by their least and
/// greatest value, and factorised without negative numbers (Lee and Seung 1999, see [Nmf]).
///
/// @param rank how many components (categories)
/// @param iterations the most sweeps
/// @param tolerance ends when slopes have fallen to this share of the first
/// @param columns names with commas or + between; `all`: each that at least half of the tracks have
public record ContentNmf(int rank, int iterations, double tolerance, String columns) {

    /// Seven components keep some surprise.
    public static final ContentNmf DEFAULTS = new ContentNmf(7, 1000, 1e-5, "all");

    /// What the algorithm is called.
    public static final String NAME = "content-nmf";

    public ContentNmf {
        if (rank < 1 || rank > Feature.values().length) {
            throw new IllegalArgumentException(
                    "rank must be 1..%d, is %d".formatted(Feature.values().length, rank));
        }
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations must be at least 1, is " + iterations);
        }
        if (!(tolerance >= 0)) {
            throw new IllegalArgumentException("tolerance must not be negative, is " + tolerance);
        }
        parse(columns);
    }

    public ContentNmf withRank(int other) {
        return new ContentNmf(other, iterations, tolerance, columns);
    }

    /// The columns asked for; empty: all that are well known.
    List<Feature> features() {
        return parse(columns);
    }

    private static List<Feature> parse(String columns) {
        if (columns.equals("all")) {
            return List.of();
        }
        List<Feature> features = new ArrayList<>();
        for (String name : Arrays.asList(columns.split("[,+ ]+", -1))) {
            features.add(
                    Feature.of(name)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "no feature '%s'; there are %s"
                                                            .formatted(
                                                                    name,
                                                                    Feature.columns().stream()
                                                                            .collect(
                                                                                    Collectors
                                                                                            .joining(
                                                                                                    ", "))))));
        }
        return features.stream().distinct().toList();
    }

    Nmf nmf() {
        return new Nmf(rank, iterations, tolerance, 0, 0, Nmf.Start.NNDSVDA);
    }
}
