package org.motherlode.bench.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.report.Outcome;
import org.motherlode.ctl.work.Steps;

/**
 * The payouts of very many miners, planned by the job that a person asks with who would be paid: by the rules of a payout run, with
 * one line for each miner. Then a payout run, which plans the same and reserves the first.
 */
public record PlanBench(House house, PlanSettings settings, Steps steps) {
    private static final String JOBS = "/deployment=motherlode.ear/subdeployment=batch-jobs.jar/subsystem=batch-jberet";

    /** Keeps the server's own timer from paying meanwhile. */
    public static final String JVM_OPTIONS = "-Dmotherlode.pay.interval-seconds=86400";

    /** On a house whose server runs with these options. */
    @SuppressWarnings("try") // the wallet only has to be there
    public Outcome run() throws IOException, InterruptedException {
        steps.say("plan: " + settings);
        DueMiners miners = new DueMiners(
                house.database().ownerDataSource(), house.database().appDataSource());
        miners.awaitTerms();
        miners.add(settings);
        steps.say("plan: the balances are there");
        List<DueMiners.Run> plans = new ArrayList<>();
        try (StandInWallet wallet = new StandInWallet(house.walletPort(), house.nodePort())) {
            for (int run = 0; run < settings.runs(); run++) {
                plans.add(run(miners, "try-payouts"));
                requireAll(miners.planned(), plans.get(run));
            }
            return new PlanFigures(settings, plans, run(miners, "pay-miners")).outcome();
        }
    }

    private DueMiners.Run run(DueMiners miners, String job) throws IOException, InterruptedException {
        long last = miners.lastRun();
        house.server().console(JOBS + ":start-job(job-xml-name=" + job + ",properties={pool=bench})");
        DueMiners.Run run = miners.await(job, last);
        steps.say("plan: " + job + " " + run);
        return run;
    }

    private void requireAll(long planned, DueMiners.Run run) throws IOException {
        if (planned != settings.miners()) {
            throw new IOException(planned + " of " + settings.miners() + " miners are planned: " + run.words());
        }
    }
}
