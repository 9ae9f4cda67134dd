package segue.audio.feature;

/// What is expected of a tempo before the music is heard: it decides between a reading and its
/// half or double where the music leaves the choice open. Log-normal, inside a hard range.
///
/// @param centreBpm the likeliest tempo
/// @param widthOctaves standard deviation, in octaves
/// @param lowestBpm nothing below is reported
/// @param highestBpm nothing above is reported; at least twice `lowestBpm` less one percent, so
///     that every pulse has a reading inside
public record TempoPrior(
        double centreBpm, double widthOctaves, double lowestBpm, double highestBpm) {

    /// For music of any kind.
    public static final TempoPrior DEFAULTS = new TempoPrior(115, .7, 50, 215);

    /// What DJ programs call the range 88-175: each pulse has one reading in it.
    public static final TempoPrior CLUB = new TempoPrior(126, .7, 88, 175);

    public TempoPrior {
        if (!(centreBpm > 0 && widthOctaves > 0)) {
            throw new IllegalArgumentException(
                    "centre and width must be positive, are " + centreBpm + ", " + widthOctaves);
        }
        if (!(lowestBpm >= 30 && highestBpm <= 300 && highestBpm >= 1.98 * lowestBpm)) {
            throw new IllegalArgumentException(
                    "the range must lie in 30..300 and span an octave, is %s..%s"
                            .formatted(lowestBpm, highestBpm));
        }
    }

    /// A range as DJ programs offer it, indifferent inside.
    public static TempoPrior range(double lowestBpm, double highestBpm) {
        return new TempoPrior(Math.sqrt(lowestBpm * highestBpm), 2, lowestBpm, highestBpm);
    }

    /// Whether a tempo may be reported at all.
    public boolean allows(double bpm) {
        return bpm >= lowestBpm && bpm <= highestBpm;
    }

    /// The logarithm of the prior's density, 0 at the centre.
    double logDensity(double bpm) {
        double z = Math.log(bpm / centreBpm) / Math.log(2) / widthOctaves;
        return -z * z / 2;
    }
}
