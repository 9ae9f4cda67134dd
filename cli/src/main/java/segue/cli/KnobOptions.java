package segue.cli;

import picocli.CommandLine.Option;
import segue.engine.recommend.Knobs;

/// What a list leans to.
final class KnobOptions {

    @Option(
            names = "--sound",
            paramLabel = "0..1",
            description = "0 follows what people play, 1 what it sounds like. Default: 0.")
    private double sound;

    @Option(
            names = "--diversity",
            paramLabel = "0..1",
            description = "How much the items should differ. Default: 0.")
    private double diversity;

    @Option(
            names = "--surprise",
            paramLabel = "0..1",
            description = "How far chance may move items; see --seed. Default: 0.")
    private double surprise;

    @Option(
            names = "--familiar",
            paramLabel = "0..1",
            description = "The share of music they know already. Default: 0.")
    private double familiar;

    @Option(
            names = "--explore",
            paramLabel = "0..1",
            description = "How readily music is shown that hardly anybody played. Default: 0.")
    private double explore;

    @Option(
            names = "--rest",
            paramLabel = "DAYS",
            description = "Leave out what was heard in the last so many days.")
    private int rest;

    @Option(
            names = "--decay",
            paramLabel = "DAYS",
            description = "After so many days a play counts half. Default: plays do not age.")
    private double decay;

    Knobs knobs() {
        return new Knobs(sound, diversity, surprise, familiar, explore, rest, decay);
    }
}
