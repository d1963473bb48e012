package org.motherlode.ejb.view;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.motherlode.model.share.ShareRefusal;

/** Refused shares of a miner, of all days. */
final class RefusalRows {
    private final Queries queries;

    RefusalRows(Queries queries) {
        this.queries = queries;
    }

    /** By reason, of all workers. */
    Map<ShareRefusal, Long> ofAll(MinerKey miner) {
        Map<ShareRefusal, Long> byReason = new EnumMap<>(ShareRefusal.class);
        queries.list(Refusals.class, Question.of(RefusedDayEntity.REASONS, miner))
                .forEach(count -> byReason.put(count.why(), count.shares()));
        return byReason;
    }

    /** By worker and reason; of very many workers those with the most refusals. */
    Map<String, Map<ShareRefusal, Long>> byWorker(MinerKey miner) {
        Map<String, Map<ShareRefusal, Long>> byWorker = new LinkedHashMap<>();
        queries.list(Refusals.class, Question.of(RefusedDayEntity.WORKERS, miner))
                .forEach(count -> byWorker.computeIfAbsent(count.worker(), any -> new EnumMap<>(ShareRefusal.class))
                        .put(count.why(), count.shares()));
        return byWorker;
    }
}
