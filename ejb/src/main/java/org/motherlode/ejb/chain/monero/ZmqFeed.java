package org.motherlode.ejb.chain.monero;

/**
 * Where monerod publishes ({@code --zmq-pub}), and how often to try to reach it.
 *
 * @param endpoint for example {@code tcp://127.0.0.1:18083}
 * @param reconnectMillis between attempts; JeroMQ goes on trying for as long as the subscription is open
 */
record ZmqFeed(String endpoint, int reconnectMillis) {}
