package org.motherlode.model.reward;

import java.util.function.Function;

/**
 * Proportional: the shares of the round divide the net by their difficulty. A round is all shares after the share of the
 * pool's block before, up to and with the block's own.
 *
 * <p>Every block that the pool found ends a round, also one that is orphaned. Whether a block stays is known only hours after
 * the next one was settled, and may change once more; a round that asked for it would be another one by the hour at which it
 * is frozen. The price is told to the miners: the shares of an orphan's round are paid by no block.
 */
public record Prop() implements Scheme {

    @Override
    public <R> R fold(Function<Pplns, R> pplns, Function<Prop, R> prop, Function<Solo, R> solo) {
        return prop.apply(this);
    }

    @Override
    public String title() {
        return "PROP";
    }
}
