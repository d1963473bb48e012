package org.motherlode.ejb.queue;

/** Whether one piece of work succeeds at present; written by those who do it, read by the health check. */
public final class Health {
    private volatile State state;

    public Health(String words) {
        this.state = new State(true, words);
    }

    public State now() {
        return state;
    }

    /** True if it was not well before: the moment to log. */
    public synchronized boolean well(String words) {
        boolean wasUp = state.up();
        state = new State(true, words);
        return !wasUp;
    }

    /** True if it was well before: the moment to log. */
    public synchronized boolean ill(String words) {
        boolean wasUp = state.up();
        state = new State(false, words);
        return wasUp;
    }

    /** Up or not, and one sentence about it. */
    public record State(boolean up, String words) {}
}
