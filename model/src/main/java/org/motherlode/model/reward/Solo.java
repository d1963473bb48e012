package org.motherlode.model.reward;

import java.util.function.Function;

/** Each for himself: the finder gets all of the net. His window is the block's own share alone, with weight 1. */
public record Solo() implements Scheme {

    @Override
    public <R> R fold(Function<Pplns, R> pplns, Function<Prop, R> prop, Function<Solo, R> solo) {
        return solo.apply(this);
    }

    @Override
    public String title() {
        return "SOLO";
    }
}
