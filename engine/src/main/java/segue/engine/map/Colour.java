package segue.engine.map;

/// What a map is coloured by.
public enum Colour {
    GENRE,
    CATEGORY,
    TEMPO,
    ENERGY
}
