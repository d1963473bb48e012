package org.motherlode.ejb.settlement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.motherlode.ejb.database.Database;

/** Writes shares down in an order of chance. */
record ShareRows(Database database) {
    void insert(String pool, List<WindowShare> shares) {
        List<WindowShare> mixed = new ArrayList<>(shares);
        Collections.shuffle(mixed, new Random(7));
        database.changeAll(
                "INSERT INTO pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty, height, hash)"
                        + " VALUES (?, ?, ?, ?, ?, ?, 'rig', ?, 100, '')",
                mixed.stream()
                        .map(share -> new Object[] {
                            pool,
                            share.number().node(),
                            share.number().epoch(),
                            share.number().sequence(),
                            share.at(),
                            share.miner(),
                            share.difficulty()
                        })
                        .toList());
    }
}
