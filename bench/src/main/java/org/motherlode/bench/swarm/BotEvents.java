package org.motherlode.bench.swarm;

/** What happens to bots. Called on the bot's own thread, which has others to serve. */
public interface BotEvents {
    /** Those of a bot that only logs in. */
    BotEvents NONE = new BotEvents() {};

    /** The connection stands; with TLS its handshake may not be over. */
    default void connected(Bot bot) {
        bot.logIn();
    }

    /** The first job came with the login's answer, at {@code nanos} of the clock {@link System#nanoTime}. */
    default void loggedIn(Bot bot, long nanos) {}

    /** A job came by itself. */
    default void job(Bot bot, long nanos) {}

    /** A share was answered. */
    default void answered(Bot bot, Answer answer) {}

    /** The pool said something that answers no share, for instance that a line makes no sense. */
    default void told(Bot bot, String words) {}

    /** The connection has ended, whoever ended it. */
    default void closed(Bot bot, long nanos) {}
}
