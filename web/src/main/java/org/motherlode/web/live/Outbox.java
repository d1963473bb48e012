package org.motherlode.web.live;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The line of messages in front of one listener. Never blocks: whoever takes longer than the bounds allow is cut off, so
 * that it can neither hold memory nor slow the others.
 */
final class Outbox {
    private final Wire wire;
    private final LiveBounds bounds;
    private final Queue<String> waiting = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;
    private int ticksOnTheWay;

    Outbox(Wire wire, LiveBounds bounds) {
        this.wire = wire;
        this.bounds = bounds;
    }

    void add(String message) {
        synchronized (this) {
            if (closed) {
                return;
            }
            if (sending && waiting.size() < bounds.queue()) {
                waiting.add(message);
                return;
            }
            closed = sending;
            sending = true;
            ticksOnTheWay = 0;
        }
        if (isClosed()) {
            wire.cut("too slow: more than " + bounds.queue() + " messages were waiting");
        } else {
            wire.send(message, this::left);
        }
    }

    /** Time passes; a message that does not leave for too long ends the connection. */
    void tick() {
        synchronized (this) {
            if (closed || !sending || ++ticksOnTheWay <= bounds.stalledTicks()) {
                return;
            }
            closed = true;
        }
        wire.cut("too slow: a message did not leave in time");
    }

    synchronized void close() {
        closed = true;
        waiting.clear();
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void left(boolean well) {
        String next;
        synchronized (this) {
            next = well && !closed ? waiting.poll() : null;
            sending = next != null;
            ticksOnTheWay = 0;
            closed |= !well;
        }
        if (next != null) {
            wire.send(next, this::left);
        }
    }
}
