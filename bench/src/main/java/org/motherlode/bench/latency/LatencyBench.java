package org.motherlode.bench.latency;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.motherlode.bench.durable.TrivialHash;
import org.motherlode.bench.house.House;
import org.motherlode.bench.load.Claim;
import org.motherlode.bench.load.Fleet;
import org.motherlode.bench.load.Salvo;
import org.motherlode.bench.report.Outcome;
import org.motherlode.ctl.work.Steps;
import org.motherlode.stratum.client.ShareAnswer;

/**
 * One miner that sends its next line when the last one is answered, so that nothing queues: a good share, whose hash costs
 * nothing, and the same again; then the disk by itself.
 */
public record LatencyBench(House house, LatencySettings settings, Steps steps) {
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final int MINERS = 16;

    private record Answered(ShareAnswer answer, long nanos) {}

    /** On a house whose server runs with {@link org.motherlode.bench.durable.TrivialEar}. */
    public Outcome run() throws IOException, InterruptedException {
        try (Fleet crowd = Fleet.of(MINERS, house.stratumPort(), house.address());
                Fleet single = Fleet.of(1, house.stratumPort(), house.address());
                SyncedFile disk = new SyncedFile(house.dataFolder())) {
            steps.say("latency: " + settings);
            Salvo.fire(crowd.claims(settings.warmUpShares(), TrivialHash::of), MOST);
            List<Cycle> cycles = new ArrayList<>();
            for (Claim claim : single.claims(settings.cycles(), TrivialHash::of)) {
                cycles.add(new Cycle(timed(claim, "OK"), timed(claim, "Duplicate share"), disk.write()));
            }
            return new LatencyFigures(cycles).outcome();
        }
    }

    private static long timed(Claim claim, String wanted) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try {
            Answered answered = claim.miner()
                    .submit(claim)
                    .thenApply(answer -> new Answered(answer, System.nanoTime()))
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            String words = answered.answer().fold(ok -> "OK", refused -> refused.words(), none -> none.why());
            if (!words.equals(wanted)) {
                throw new IOException("the server answered '" + words + "' where '" + wanted + "' was due");
            }
            return answered.nanos() - began;
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("no answer within " + ANSWER.toSeconds() + " s", e);
        }
    }
}
