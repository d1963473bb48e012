package org.motherlode.bench;

/** The benches, as they are named on the command line, and in which house they take place. */
enum Which {
    binding(Place.NONE),
    start(Place.USUAL),
    path(Place.USUAL),
    latency(Place.TRIVIAL),
    swarm(Place.USUAL),
    push(Place.USUAL),
    logins(Place.USUAL),
    attack(Place.GUARDED),
    lanes(Place.USUAL),
    flood(Place.USUAL),
    epoch(Place.USUAL),
    idle(Place.PROBED),
    refusal(Place.PROBED),
    churn(Place.PROBED),
    durable(Place.TRIVIAL),
    backlog(Place.TRIVIAL),
    settle(Place.LEDGER),
    plan(Place.LEDGER),
    all(Place.NONE);

    /** What kind of server it takes. */
    enum Place {
        NONE,
        /** As an operator would start it. */
        USUAL,
        /** With bots that are not of the machine itself, so that budgets and bans hold for them. */
        GUARDED,
        /** With a heap that is there from the start, and no bound on a connection's lines. */
        PROBED,
        /** With a hash that costs nothing. */
        TRIVIAL,
        /** As an operator would start it, with tables of its own to fill. */
        LEDGER
    }

    private final Place place;

    Which(Place place) {
        this.place = place;
    }

    boolean includes(Which one) {
        return this == one || this == all;
    }

    boolean takes(Place where) {
        return place == where || this == all;
    }

    /** One that may be pointed at a pool which is not ours. */
    boolean isForAnyPool() {
        return this == swarm;
    }

    /** One whose server may verify in fast mode, with the library alone in the same mode beside it. */
    boolean knowsFastMode() {
        return this == path || this == epoch;
    }
}
