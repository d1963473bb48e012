package org.motherlode.bench.path;

import java.io.IOException;
import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motherlode.bench.house.House;
import org.motherlode.bench.house.ProcessorTime;
import org.motherlode.bench.load.Claim;
import org.motherlode.bench.load.Fleet;
import org.motherlode.bench.load.Hashing;
import org.motherlode.bench.load.LibraryMemory;
import org.motherlode.bench.load.Salvo;
import org.motherlode.bench.load.Speed;
import org.motherlode.bench.load.Stock;
import org.motherlode.bench.report.Outcome;
import org.motherlode.ctl.work.Steps;
import org.motherlode.randomx.RandomX;

/**
 * Shares per second from the miners' sockets to rows in the database, while every verifier hashes. The shares are hashed
 * before, which also says how fast the library is on as many threads. The clock runs from the first line sent until all
 * shares are answered with OK and in the database.
 */
public record PathBench(House house, RandomX randomX, PathSettings settings, Steps steps) {
    /** Enough that each verifier has a line before it, few enough that reading their answers costs nothing. */
    private static final int MINERS = 16;

    /** In fast mode as many shares come from more, so that none comes near its bound of shares a second. */
    private static final int FAST_MINERS = 64;

    /** A server runs for months: its first minutes, in which the virtual machine still compiles, are not measured. */
    private static final int WARM_UP_ROUNDS = 2;

    private static final int LEAST_PER_SECOND = 2;

    /** On a house whose server runs. */
    public Outcome run() throws IOException, InterruptedException {
        int miners = house.isFast() ? FAST_MINERS : MINERS;
        try (Fleet fleet = Fleet.of(miners, house.stratumPort(), house.address());
                Hashing hashing = hashing(fleet)) {
            steps.say("path: " + settings + "; " + mode() + "; memory: " + hashing.memory());
            for (int number = 0; number < WARM_UP_ROUNDS; number++) {
                fire(hashing.stock(fleet, settings.sharesPerRound()));
            }
            List<PathRound> rounds = new ArrayList<>();
            for (int number = 0; number < settings.rounds(); number++) {
                PathRound round = round(fleet, hashing);
                rounds.add(round);
                steps.say(String.format("path: round %d: %s", number, round));
            }
            return new PathFigures(rounds, settings.verifiers(), mode()).outcome();
        }
    }

    /** The library in the same mode as the server. */
    private Hashing hashing(Fleet fleet) throws IOException {
        byte[] seed = fleet.miners().get(0).job().seed().octets().toBytes();
        return new Hashing(randomX, LibraryMemory.of(randomX, seed, house.isFast()), settings.verifiers());
    }

    private String mode() {
        return house.isFast() ? "fast mode" : "light mode";
    }

    private PathRound round(Fleet fleet, Hashing hashing) throws IOException, InterruptedException {
        Stock stock = hashing.stock(fleet, settings.sharesPerRound());
        Claim like = stock.claims().get(0);
        Speed before = hashing.alone(like, settings.aloneHashes());
        ProcessorTime earlier = ProcessorTime.now(house.processes());
        long nanos = fire(stock);
        ProcessorTime later = ProcessorTime.now(house.processes());
        Speed after = hashing.alone(like, settings.aloneHashes());
        int shares = stock.claims().size();
        return new PathRound(before, after, stock.rate(), shares * 1e9 / nanos, shares, later.since(earlier));
    }

    private long fire(Stock stock) throws IOException, InterruptedException {
        int shares = stock.claims().size();
        BigInteger wanted = house.shares().count().add(BigInteger.valueOf(shares));
        long began = System.nanoTime();
        long answered = Salvo.fire(stock.claims(), Duration.ofSeconds(60 + shares / LEAST_PER_SECOND));
        house.shares().await(wanted);
        long stored = System.nanoTime() - began;
        steps.say(String.format(
                "%d shares answered in %.3f s, all in the database after %.3f s",
                shares, answered / 1e9, stored / 1e9));
        return stored;
    }
}
