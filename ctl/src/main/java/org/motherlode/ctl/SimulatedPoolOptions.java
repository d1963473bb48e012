package org.motherlode.ctl;

import java.util.Optional;
import org.motherlode.ctl.simulation.SimulatedPool;
import org.motherlode.model.reward.Unfilled;
import picocli.CommandLine.Option;

/** The options by which a simulated pool is told. */
final class SimulatedPoolOptions {
    private static final String DEFAULT = " Default: ${DEFAULT-VALUE}";

    @Option(
            names = "--pool-part",
            defaultValue = "0.01",
            paramLabel = "PART",
            description = "Of the network's hash rate that the pool has, 0 to 1." + DEFAULT)
    private double poolPart;

    @Option(
            names = "--miner-part",
            defaultValue = "0.01",
            paramLabel = "PART",
            description = "Of the pool's hash rate that the miner has, 0 to 1." + DEFAULT)
    private double minerPart;

    @Option(
            names = "--hopper-part",
            paramLabel = "PART",
            description = "Of the pool's hash rate that a hopper has while he is there. Default: the miner's")
    private Optional<Double> hopperPart;

    @Option(
            names = "--block-seconds",
            defaultValue = "120",
            paramLabel = "N",
            description = "Between two blocks of the network." + DEFAULT)
    private double blockSeconds;

    @Option(
            names = "--shares-per-block",
            defaultValue = "1000",
            paramLabel = "N",
            description = "The network's difficulty divided by that of a share." + DEFAULT)
    private long sharesPerBlock;

    @Option(
            names = "--fee-basis-points",
            defaultValue = "100",
            paramLabel = "N",
            description = "Of a reward, 1/100 %%." + DEFAULT)
    private int feeBasisPoints;

    @Option(
            names = "--window",
            defaultValue = "2",
            paramLabel = "N",
            description = "Of PPLNS, in network difficulties." + DEFAULT)
    private double windowFactor;

    @Option(
            names = "--unfilled",
            defaultValue = "scale",
            paramLabel = "scale|carry",
            description = "What becomes of a window that is not full." + DEFAULT)
    private String unfilled;

    @Option(
            names = "--bonus-basis-points",
            defaultValue = "500",
            paramLabel = "N",
            description =
                    "The finder's bonus of 'PPLNS + finder's bonus', 1/100 %%; 0 leaves that scheme out." + DEFAULT)
    private int bonusBasisPoints;

    private SimulatedPoolOptions() {}

    /** @throws IllegalArgumentException with a sentence about what makes no sense */
    SimulatedPool pool() {
        return new SimulatedPool(
                poolPart,
                minerPart,
                hopperPart.orElse(minerPart),
                blockSeconds,
                sharesPerBlock,
                feeBasisPoints,
                windowFactor,
                unfilled(),
                bonusBasisPoints);
    }

    private Unfilled unfilled() {
        return switch (unfilled) {
            case "scale" -> Unfilled.SCALE;
            case "carry" -> Unfilled.CARRY;
            default -> throw new IllegalArgumentException("--unfilled must be scale or carry, not '" + unfilled + "'");
        };
    }
}
