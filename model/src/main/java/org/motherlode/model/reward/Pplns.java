package org.motherlode.model.reward;

import java.util.function.Function;
import org.motherlode.model.money.BasisPoints;

/**
 * Pay per last N shares: the newest shares up to and with the block's own divide the net, whatever blocks were found
 * between them. So nobody gains by coming and going with the luck of the pool.
 *
 * @param finderBonus of the net, to the block's finder beside his part; the rest is divided
 */
public record Pplns(WindowLength length, Unfilled unfilled, BasisPoints finderBonus) implements Scheme {

    @Override
    public <R> R fold(Function<Pplns, R> pplns, Function<Prop, R> prop, Function<Solo, R> solo) {
        return pplns.apply(this);
    }

    @Override
    public String title() {
        return "PPLNS";
    }
}
