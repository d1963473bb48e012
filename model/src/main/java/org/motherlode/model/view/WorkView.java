package org.motherlode.model.view;

import java.util.Optional;
import org.motherlode.model.chain.BlockTemplate;
import org.motherlode.model.money.Money;
import org.motherlode.model.pow.Seed;

/**
 * The block that miners look for.
 *
 * @param pow the name of the function that the block asks for
 * @param seed of its proof of work; empty where that has none
 * @param nextSeed as soon as the chain knows it
 * @param reward what it would pay the pool, fees included; empty where the chain tells it only later
 */
public record WorkView(String pow, Optional<Seed> seed, Optional<Seed> nextSeed, Optional<Money> reward) {
    public static WorkView of(BlockTemplate template) {
        return new WorkView(
                template.pow().name(),
                Optional.of(template.seed()).filter(seed -> !seed.isNone()),
                template.nextSeed(),
                template.reward());
    }
}
