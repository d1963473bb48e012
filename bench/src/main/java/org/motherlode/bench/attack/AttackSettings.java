package org.motherlode.bench.attack;

import org.motherlode.bench.load.Load;

/**
 * What to measure.
 *
 * @param name of the bench, which says what protects the server
 * @param honest miners
 * @param load by all honest miners together; half of what the server can hash is a busy server
 * @param attackers each with a connection that it makes again whenever it is cut
 * @param badPerSecond shares that nobody has hashed, of each attacker
 * @param seconds of each phase
 * @param threads that hash before, and that serve the bots
 */
public record AttackSettings(
        String name, int honest, Load load, int attackers, int badPerSecond, int seconds, int threads) {
    public AttackSettings {
        if (honest < 1 || attackers < 1 || badPerSecond < 1 || seconds < 1 || threads < 1) {
            throw new IllegalArgumentException("at least one of each");
        }
    }
}
