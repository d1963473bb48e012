package org.motherlode.randomx;

/** The version of the algorithm. Caches and datasets are the same for both; a machine is made for one. */
public enum Variant {
    /** {@code rx/0}. */
    V1,
    /** {@code rx/2}, from librandomx 2.0; an older library would silently compute the first version instead. */
    V2
}
