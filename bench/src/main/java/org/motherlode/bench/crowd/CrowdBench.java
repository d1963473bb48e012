package org.motherlode.bench.crowd;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.motherlode.bench.house.Pause;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.swarm.Admission;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.Share;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;
import org.motherlode.stratum.client.PoolJob;

/** Any pool that speaks cryptonote Stratum: logins, then shares, mined or at a steady rate, beside all kinds of nuisance. */
public record CrowdBench(SwarmSettings swarm, RandomX randomX, CrowdSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(5);
    private static final int AT_ONCE = 500;
    private static final int TURNS_EACH = 20;
    private static final long LAST_ANSWERS_MILLIS = 20_000;
    private static final long LOOK_MILLIS = 50;

    private record Shot(Bot bot, Share share) {}

    /** What the miners do; gives the number of shares that they sent. */
    private interface Labour {
        int work() throws IOException, InterruptedException;
    }

    public Outcome run() throws IOException, InterruptedException {
        steps.say("swarm: " + settings + " at " + swarm.port());
        Tally tally = new Tally();
        try (Swarm bots = new Swarm(swarm, tally)) {
            Admission admission = bots.admit(settings.bots(), AT_ONCE, LOGINS);
            List<Bot> miners = of(admission, true);
            if (miners.isEmpty()) {
                throw new IOException("no miner could log in: " + admission.reasons());
            }
            Labour labour = settings.areMining() ? mining(miners) : firing(miners);
            long comings;
            int sent;
            long before = tally.answered();
            try (Nuisance nuisance =
                    new Nuisance(bots, settings.mix(), new CopyOnWriteArrayList<>(of(admission, false)))) {
                sent = labour.work();
                awaitAnswers(tally, before + sent);
                comings = nuisance.comings();
            }
            return new CrowdFigures(settings, admission, tally, new CrowdFigures.Sent(sent, comings))
                    .outcome(swarm.port().toString());
        }
    }

    private Labour mining(List<Bot> miners) throws IOException {
        LiveMining mining = new LiveMining(Ranks.deal(miners, TURNS_EACH * miners.size()));
        return () -> mining.mine(randomX, settings.threads(), settings.seconds());
    }

    private Labour firing(List<Bot> miners) throws IOException, InterruptedException {
        List<Shot> shots = prepare(miners);
        steps.say("swarm: " + shots.size() + " shares are hashed");
        return () -> {
            fire(shots);
            return shots.size();
        };
    }

    private List<Bot> of(Admission admission, boolean miners) {
        return admission.bots().stream()
                .filter(bot -> settings.mix().of(bot.number()).mines() == miners)
                .toList();
    }

    /** The mix of hash rates: the second miner finds half as many shares as the first, the third a third, and so on. */
    private List<Shot> prepare(List<Bot> miners) throws IOException, InterruptedException {
        List<Bot> order = Ranks.deal(miners, settings.shares());
        List<PoolJob> jobs = new ArrayList<>(order.size());
        for (Bot bot : order) {
            boolean late = settings.mix().of(bot.number()) == Role.LATE;
            jobs.add(late ? bot.firstJob().orElse(bot.job()) : bot.job());
        }
        try (Hashing hashing = new Hashing(randomX, jobs.get(0).seed(), settings.threads())) {
            List<Share> shares = hashing.shares(jobs);
            List<Shot> shots = new ArrayList<>(shares.size());
            for (int i = 0; i < shares.size(); i++) {
                shots.add(new Shot(order.get(i), shares.get(i)));
            }
            return shots;
        }
    }

    private void fire(List<Shot> shots) throws InterruptedException {
        int[] next = {0};
        Pace.steady(shots.size(), settings.sharesPerSecond(), due -> {
            Shot shot = shots.get(next[0]++);
            shot.bot().submit(shot.share(), due);
        });
    }

    private static void awaitAnswers(Tally tally, long wanted) throws InterruptedException {
        long deadline =
                System.nanoTime() + Duration.ofMillis(LAST_ANSWERS_MILLIS).toNanos();
        while (tally.answered() < wanted && System.nanoTime() - deadline < 0) {
            Pause.of(LOOK_MILLIS);
        }
    }
}
