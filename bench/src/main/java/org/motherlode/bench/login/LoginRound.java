package org.motherlode.bench.login;

import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Admission;

/** How one crowd came in, and what the generator can do against a server that only repeats one line. */
record LoginRound(double perSecond, Latencies logins, int lost, double floorPerSecond) {
    static LoginRound of(Admission pool, Admission floor) {
        return new LoginRound(pool.perSecond(), pool.logins(), pool.lost(), floor.perSecond());
    }
}
