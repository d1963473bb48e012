package org.motherlode.model.block;

/**
 * The life of a found block. Only forward, except that the chain may turn back: {@code ORPHANED} becomes anything again
 * that the chain says, and {@code MATURE} becomes {@code ORPHANED} after a reorganisation deeper than maturity.
 */
public enum BlockState {
    /** Durable with us; no node has confirmed that it is on its main chain. */
    FOUND,
    /** On the main chain, too young to be spent. */
    IMMATURE,
    /** Spendable by the chain's own rule. */
    MATURE,
    /** Not on the main chain for longer than the chain can reorganise. */
    ORPHANED
}
