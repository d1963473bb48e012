package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.motherlode.model.ban.AddressRange;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.payout.ThresholdAnswer;
import org.motherlode.model.payout.ThresholdProof;
import org.motherlode.model.payout.Thresholds;
import org.motherlode.model.pool.PoolName;
import org.motherlode.web.json.ThresholdJson;

/** The bodies of the paths of a miner's threshold, and how often they may be asked for. */
@Singleton
final class ThresholdAnswers {
    private static final int LONGEST = 600;
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

    private final Thresholds thresholds;
    private final MinerAnswers miners;
    private final Allowance challenges;
    private final Allowance proofs;
    private final InstantSource clock;

    @Inject
    ThresholdAnswers(Thresholds thresholds, MinerAnswers miners) {
        this(thresholds, miners, AllowanceBounds.read(System::getProperty), InstantSource.system());
    }

    ThresholdAnswers(Thresholds thresholds, MinerAnswers miners, AllowanceBounds bounds, InstantSource clock) {
        this.thresholds = thresholds;
        this.miners = miners;
        this.challenges = new Allowance(bounds, clock);
        this.proofs = new Allowance(bounds, clock);
        this.clock = clock;
    }

    JsonObject now(PoolName pool, String address) {
        String miner = miners.knownAddress(pool, address);
        return ThresholdJson.of(miner, thresholds.of(pool, new MinerAddress(miner)), clock.instant());
    }

    JsonObject challenge(PoolName pool, String address, Optional<String> threshold, AddressRange network) {
        MinerAddress miner = new MinerAddress(miners.address(pool, address));
        String coins = field("threshold", threshold);
        admit(challenges, network);
        return thresholds.challenge(pool, miner, coins).fold(ThresholdJson::of, refused -> {
            throw problem(refused);
        });
    }

    /** @param sent whose network is that of the connection */
    JsonObject change(PoolName pool, String address, Sent sent) {
        MinerAddress miner = new MinerAddress(miners.address(pool, address));
        ThresholdProof proof = sent.proof();
        admit(proofs, sent.network());
        return thresholds.change(pool, miner, proof).fold(ThresholdJson::of, refused -> {
            throw problem(refused);
        });
    }

    /** What stands in a request that changes a threshold, and from where it comes. */
    record Sent(
            Optional<String> threshold,
            Optional<String> until,
            Optional<String> token,
            Optional<String> signature,
            AddressRange network) {
        private ThresholdProof proof() {
            String seconds = field("until", until);
            if (!SECONDS.matcher(seconds).matches()) {
                throw new ProblemException(
                        Problem.badRequest("threshold", "until must be the number that came with the challenge."));
            }
            return new ThresholdProof(
                    field("threshold", threshold),
                    Instant.ofEpochSecond(Long.parseLong(seconds)),
                    field("token", token),
                    field("signature", signature),
                    network.toString());
        }
    }

    private static String field(String name, Optional<String> text) {
        return text.filter(words -> !words.isBlank() && words.length() <= LONGEST)
                .orElseThrow(() -> new ProblemException(Problem.badRequest(
                        "threshold", name + " must be there, with at most " + LONGEST + " characters.")));
    }

    private static void admit(Allowance allowance, AddressRange network) {
        if (!allowance.take(network)) {
            throw new ProblemException(new Problem(
                    429,
                    "too-many",
                    "Too many requests",
                    "Your network, or all, asked for this too often; try again in ten minutes."));
        }
    }

    private static ProblemException problem(ThresholdAnswer.Refused<?> refused) {
        String sentence = refused.sentence();
        return new ProblemException(
                switch (refused.why()) {
                    case THRESHOLD -> Problem.badRequest("threshold", sentence);
                    case PROOF -> new Problem(403, "proof", "Not proved", sentence);
                    case NO_SIGNATURES -> new Problem(501, "no-signatures", "Not possible on this chain", sentence);
                    case UNKNOWN -> Problem.notFound("miner", sentence);
                    case TOO_SOON -> new Problem(429, "too-soon", "Too soon", sentence);
                });
    }
}
