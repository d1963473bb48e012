package org.motherlode.ejb.view;

import java.util.Map;
import org.motherlode.model.pool.PoolName;

/**
 * A named query of an entity with its parameters.
 *
 * @param most rows to read
 * @param offset rows before them
 */
record Question(String name, Map<String, Object> parameters, int most, int offset) {
    private static final int MOST = 2000;

    static Question of(String name, Map<String, Object> parameters) {
        return new Question(name, parameters, MOST, 0);
    }

    static Question of(String name, PoolName pool) {
        return of(name, Map.of("pool", pool.text()));
    }

    static Question of(String name, MinerKey miner) {
        return of(name, Map.of("pool", miner.pool().text(), "miner", miner.address()));
    }

    Question page(int limit, int before) {
        return new Question(name, parameters, limit, before);
    }
}
