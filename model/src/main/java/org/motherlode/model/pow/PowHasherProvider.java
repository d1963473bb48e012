package org.motherlode.model.pow;

/** Found by {@link java.util.ServiceLoader}: the way a proof-of-work function joins the adapter and the miner. */
public interface PowHasherProvider {
    PowId id();

    /** Makes the hasher; an {@link IllegalStateException} says in a sentence what the machine lacks. */
    PowHasher open(PowOptions options);
}
