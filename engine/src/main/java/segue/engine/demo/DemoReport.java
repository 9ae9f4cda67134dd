package segue.engine.demo;

import java.util.List;
import segue.engine.evaluate.EvaluationResult;
import segue.engine.features.Categories;
import segue.engine.listen.ListenReport;
import segue.engine.recommend.Recommendation;
import segue.engine.sound.AlikeList;
import segue.engine.train.Trained;
import segue.library.ImportReport;

/// Everything a demonstration showed.
///
/// @param library the folder of its library
/// @param evaluations `popular`, then `als`
/// @param recommendations for two listeners
/// @param similar to the most famous artist
/// @param composed how many tracks were written as files
/// @param right how much of what is known of them was heard
/// @param alike what sounds like one of them
/// @param mixable what sounds like it and a DJ can mix into it
/// @param calmAtNight tracks for a mood and an hour
/// @param unheard tracks without a play, by their sound
/// @param categories the kinds of music by sound
/// @param page the web page about features
public record DemoReport(
        String library,
        long seed,
        int listeners,
        int artists,
        ImportReport imported,
        List<EvaluationResult> evaluations,
        Trained trained,
        List<Recommendation> recommendations,
        Recommendation similar,
        int composed,
        ListenReport listened,
        HeardRight right,
        AlikeList alike,
        AlikeList mixable,
        Recommendation calmAtNight,
        Recommendation unheard,
        Categories categories,
        String page) {}
