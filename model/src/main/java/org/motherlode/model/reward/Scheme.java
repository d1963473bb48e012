package org.motherlode.model.reward;

import java.util.function.Function;
import org.motherlode.model.money.BasisPoints;

/** By which rule the miners divide what fee and donation leave of a reward. */
public sealed interface Scheme permits Pplns, Prop, Solo {
    <R> R fold(Function<Pplns, R> pplns, Function<Prop, R> prop, Function<Solo, R> solo);

    /** The name that miners know it by, which is also stored: capital letters. */
    String title();

    /** What the finder gets of the net before it is divided; rounded down. */
    default BasisPoints finderBonus() {
        return new BasisPoints(0);
    }

    /** What becomes of a window that is not full; a scheme whose window always is never asks. */
    default Unfilled unfilled() {
        return Unfilled.SCALE;
    }
}
