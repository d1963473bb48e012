package org.motherlode.bench.plan;

import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.report.Figure;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.report.Sheet;

/**
 * What came out.
 *
 * @param paid a run that plans, reserves the first payout, and whose wallet signs nothing
 */
record PlanFigures(PlanSettings settings, List<DueMiners.Run> plans, DueMiners.Run paid) {
    static final double GOAL = 10;

    double slowest() {
        return plans.stream().mapToDouble(DueMiners.Run::seconds).max().orElseThrow();
    }

    String verdict() {
        return "the payouts of " + settings.miners() + " due miners are planned, with a line for each, in "
                + Figure.of(slowest(), 1) + " s at most: goal of 10 " + (slowest() <= GOAL ? "met" : "missed")
                + "; a payout run took " + Figure.of(paid.seconds(), 1) + " s";
    }

    Outcome outcome() {
        List<List<String>> rows = new ArrayList<>();
        for (DueMiners.Run plan : plans) {
            rows.add(List.of("try-payouts", Figure.of(plan.seconds(), 3)));
        }
        rows.add(List.of("pay-miners", Figure.of(paid.seconds(), 3)));
        Sheet sheet = new Sheet(List.of("job", "seconds"), rows);
        return new Outcome("plan", sheet, sheet, verdict());
    }
}
