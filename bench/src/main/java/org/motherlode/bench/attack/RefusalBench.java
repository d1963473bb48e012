package org.motherlode.bench.attack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.motherlode.bench.house.House;
import org.motherlode.bench.load.Claim;
import org.motherlode.bench.load.Fleet;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.load.Salvo;
import org.motherlode.bench.report.Outcome;
import org.motherlode.bench.statistics.Latencies;
import org.motherlode.bench.swarm.Bot;
import org.motherlode.bench.swarm.Identity;
import org.motherlode.bench.swarm.Pace;
import org.motherlode.bench.swarm.PoolPort;
import org.motherlode.bench.swarm.Swarm;
import org.motherlode.bench.swarm.SwarmSettings;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;

/** Shares that need no hash to be refused: while the server is idle, while all its verifiers hash, and as many as it can. */
public record RefusalBench(House house, RandomX randomX, RefusalSettings settings, Steps steps) {
    private static final Duration LOGINS = Duration.ofMinutes(1);
    private static final Duration SALVO = Duration.ofMinutes(10);
    private static final int MINERS = 16;

    /** On a house whose server runs and lets a connection send as many lines as it likes. */
    public Outcome run() throws IOException, InterruptedException {
        steps.say("refusal: " + settings);
        Volley volley = new Volley();
        SwarmSettings swarm = SwarmSettings.of(PoolPort.local(house.stratumPort()), Identity.of(house.address()))
                .withThreads(settings.threads());
        try (Swarm all = new Swarm(swarm, volley)) {
            List<Bot> bots = all.admitAll(settings.bots(), LOGINS);
            volley.phase("warm-up");
            volley.flood(bots, settings);
            Latencies idle = volley.phase("refused, server idle");
            steady(volley, bots);
            Latencies busy = volley.phase("refused, verifiers busy");
            busy(volley, bots);
            volley.phase("flood");
            double perSecond = volley.flood(bots, settings);
            return new RefusalFigures(idle, busy, perSecond).outcome();
        }
    }

    private void steady(Volley volley, List<Bot> bots) throws InterruptedException {
        int[] next = {0};
        Pace.steady(
                settings.perSecond() * settings.seconds(),
                settings.perSecond(),
                due -> volley.send(bots.get(next[0]++ % bots.size()), due));
    }

    private void busy(Volley volley, List<Bot> bots) throws IOException, InterruptedException {
        try (Fleet fleet = Fleet.of(MINERS, house.stratumPort(), house.address())) {
            List<Claim> claims;
            try (Hashing hashing =
                    new Hashing(randomX, fleet.miners().get(0).job().seed(), settings.threads())) {
                claims = hashing.stock(fleet, settings.busyShares()).claims();
            }
            CompletableFuture<Void> salvo = CompletableFuture.runAsync(() -> fire(claims));
            steady(volley, bots);
            if (salvo.isDone()) {
                steps.say("refusal: the verifiers were done before the time was over; more --busy-shares are needed");
            }
            salvo.get(SALVO.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("the good shares were not all answered with OK: " + e.getMessage(), e);
        }
    }

    private static void fire(List<Claim> claims) {
        try {
            Salvo.fire(claims, SALVO);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
