package segue.engine.demo;

import segue.engine.evaluate.EvaluationResult;
import segue.engine.features.Categories;
import segue.engine.listen.ListenReport;
import segue.engine.recommend.Recommendation;
import segue.engine.sound.AlikeList;
import segue.engine.train.Trained;
import segue.library.ImportReport;

/// Tells people what a demonstration does, as it does it.
public interface DemoTeller {

    /// The next step begins: what it does, in a sentence or two.
    void step(String title, String text);

    void imported(ImportReport report);

    /// @param popular the baseline
    /// @param als what it is held against
    void evaluated(EvaluationResult popular, EvaluationResult als);

    /// @param items what the model ranks: "artists"
    void trained(Trained trained, String items);

    /// @param about the listener's or artist's taste, known from the simulation
    void recommended(String heading, String about, Recommendation list);

    /// @param tracks that were composed, and written as files
    /// @param seconds how long they play together
    /// @param folder where they are
    void composed(int tracks, double seconds, String folder);

    /// @param right how much of what is known of the tracks was heard
    void listened(ListenReport report, HeardRight right);

    /// The kinds of music that were found.
    void sorted(Categories categories);

    /// @param file a web page that was written
    void page(String file);

    /// @param heading what the list shows
    void soundsAlike(String heading, AlikeList list);
}
