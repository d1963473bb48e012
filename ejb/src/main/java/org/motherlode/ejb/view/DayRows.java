package org.motherlode.ejb.view;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.motherlode.model.view.DayView;

/** A miner's shares by day: they reach back to its first one, however long single shares are kept. */
final class DayRows {
    private final Queries queries;

    DayRows(Queries queries) {
        this.queries = queries;
    }

    /** Of all workers and days. */
    ShareTotals totals(MinerKey miner) {
        return queries.one(ShareTotals.class, Question.of(ShareDayEntity.TOTALS, miner));
    }

    /** The latest first. */
    List<WorkerShares> workers(MinerKey miner, int most) {
        return queries.list(
                WorkerShares.class, Question.of(ShareDayEntity.WORKERS, miner).page(most, 0));
    }

    /** Days with a share, accepted or refused, the latest first. */
    List<DayView> days(MinerKey miner, LocalDate from, int most) {
        Map<String, Object> parameters = Map.of("pool", miner.pool().text(), "miner", miner.address(), "from", from);
        Map<LocalDate, DayView> days = new TreeMap<>(Comparator.reverseOrder());
        for (String query : List.of(ShareDayEntity.DAYS, RefusedDayEntity.DAYS)) {
            queries.list(DayView.class, Question.of(query, parameters).page(most, 0))
                    .forEach(day -> days.merge(day.day(), day, DayView::plus));
        }
        return days.values().stream().limit(most).toList();
    }
}
