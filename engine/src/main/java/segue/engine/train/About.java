package segue.engine.train;

import java.util.SortedMap;
import java.util.TreeMap;
import segue.core.data.Interactions;
import segue.core.data.Weighting;
import segue.core.model.Manifest;
import segue.library.Items;
import segue.library.Rows;
import segue.library.Selection;

/// What the manifest of a model remembers of the library it was trained on.
///
/// @param selection which part
/// @param weighting how plays became weights
/// @param revision the library's revision
/// @param users rows that were left
/// @param items columns that were left
/// @param cells cells that were left
public record About(
        Selection selection,
        Weighting weighting,
        long revision,
        long users,
        long items,
        long cells) {

    static About of(
            Selection selection, Weighting weighting, long revision, Interactions learnedFrom) {
        return new About(
                selection,
                weighting,
                revision,
                learnedFrom.users().size(),
                learnedFrom.items().size(),
                learnedFrom.matrix().entries());
    }

    /// @throws IllegalArgumentException if the manifest is not of a model that Segue trained on a
    ///   library
    public static About of(Manifest manifest) {
        return new About(
                new Selection(
                        Words.parse(Rows.class, text(manifest, "of")),
                        Words.parse(Items.class, text(manifest, "on")),
                        Double.parseDouble(text(manifest, "minPlays")),
                        Integer.parseInt(text(manifest, "minListeners")),
                        Integer.parseInt(text(manifest, "minItems")),
                        number(manifest, "likePlays", Selection.DEFAULTS.likePlays()),
                        number(manifest, "skipPlays", Selection.DEFAULTS.skipPlays())),
                Weighting.parse(text(manifest, "weighting")),
                Long.parseLong(text(manifest, "revision")),
                Long.parseLong(text(manifest, "users")),
                Long.parseLong(text(manifest, "items")),
                Long.parseLong(text(manifest, "cells")));
    }

    /// Models of before say nothing of feedback.
    private static double number(Manifest manifest, String key, double otherwise) {
        String value = manifest.about().get(key);
        return value == null ? otherwise : Double.parseDouble(value);
    }

    private static String text(Manifest manifest, String key) {
        String value = manifest.about().get(key);
        if (value == null) {
            throw new IllegalArgumentException("it does not say '" + key + "'");
        }
        return value;
    }

    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        texts.put("of", Words.of(selection.rows()));
        texts.put("on", Words.of(selection.items()));
        texts.put("minPlays", Double.toString(selection.minPlays()));
        texts.put("minListeners", Integer.toString(selection.minUsersPerItem()));
        texts.put("minItems", Integer.toString(selection.minItemsPerUser()));
        texts.put("likePlays", Double.toString(selection.likePlays()));
        texts.put("skipPlays", Double.toString(selection.skipPlays()));
        texts.put("weighting", weighting.spelled());
        texts.put("revision", Long.toString(revision));
        texts.put("users", Long.toString(users));
        texts.put("items", Long.toString(items));
        texts.put("cells", Long.toString(cells));
        return texts;
    }

    public String of() {
        return Words.of(selection.rows());
    }

    public String on() {
        return Words.of(selection.items());
    }
}
