package segue.engine.train;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import segue.core.train.Algorithm;
import segue.core.train.Algorithms;
import segue.core.train.Settings;
import segue.core.tune.Choice;
import segue.core.tune.Space;

/// An algorithm as the list of algorithms shows it.
///
/// @param name of the algorithm
/// @param weighting how plays become weights if nobody says
/// @param settings in the order of its record
public record AlgorithmInfo(String name, String weighting, List<Setting> settings) {

    public AlgorithmInfo {
        settings = List.copyOf(settings);
    }

    /// A setting.
    ///
    /// @param type "integer", "number", "boolean", "choice" or "text"
    /// @param defaultValue as one writes it
    /// @param choices the words it may be; empty where it is no choice
    /// @param usual the values that a tuning tries, as one writes them
    public record Setting(
            String name,
            String type,
            @com.fasterxml.jackson.annotation.JsonProperty("default") String defaultValue,
            List<String> choices,
            Optional<String> usual) {
        public Setting {
            choices = List.copyOf(choices);
        }
    }

    /// All, in the order they are shown.
    public static List<AlgorithmInfo> all() {
        return Algorithms.names().stream().map(AlgorithmInfo::of).toList();
    }

    private static AlgorithmInfo of(String name) {
        Algorithm algorithm = Algorithms.of(name, Map.of());
        SequencedMap<String, Choice> usual = Space.usual(name).choices();
        SequencedMap<String, Object> defaults = Settings.of((Record) algorithm);
        List<Setting> settings = new ArrayList<>();
        for (RecordComponent component : algorithm.getClass().getRecordComponents()) {
            Class<?> type = component.getType();
            settings.add(
                    new Setting(
                            component.getName(),
                            type(type),
                            String.valueOf(defaults.get(component.getName())),
                            choices(type),
                            Optional.ofNullable(usual.get(component.getName()))
                                    .map(Choice::spelled)));
        }
        return new AlgorithmInfo(name, algorithm.weighting().spelled(), settings);
    }

    private static String type(Class<?> type) {
        if (type == int.class || type == long.class) {
            return "integer";
        }
        if (type == double.class || type == float.class) {
            return "number";
        }
        if (type == boolean.class) {
            return "boolean";
        }
        return type.isEnum() ? "choice" : "text";
    }

    private static List<String> choices(Class<?> type) {
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants())
                        .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of();
    }
}
