package org.motherlode.model.health;

/**
 * One thing that the service needs.
 *
 * @param name for example {@code monero.node}
 * @param needed whether miners cannot be served without it
 * @param words why not, or how well
 */
public record Condition(String name, boolean up, boolean needed, String words) {}
