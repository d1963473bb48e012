package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.util.Optional;
import org.motherlode.model.chain.AddressVerdict;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.MinerView;
import org.motherlode.model.view.Projections;
import org.motherlode.web.json.MinerJson;
import org.motherlode.web.json.PaymentJson;

/** The bodies of a miner's paths. The address is always the canonical one, whatever spelling was asked for. */
@Singleton
final class MinerAnswers {
    private static final int LONGEST_ADDRESS = 200;

    private final Projections projections;

    @Inject
    MinerAnswers(Projections projections) {
        this.projections = projections;
    }

    JsonObject stats(PoolName pool, String text) {
        return MinerJson.of(known(pool, address(pool, text)));
    }

    JsonObject workers(PoolName pool, String text) {
        MinerView miner = known(pool, address(pool, text));
        return Json.createObjectBuilder()
                .add("address", miner.address())
                .add("workers", MinerJson.workers(miner.workers()))
                .build();
    }

    JsonObject payments(PoolName pool, String text, Page page) {
        String address = knownAddress(pool, text);
        JsonArrayBuilder array = Json.createArrayBuilder();
        projections
                .paymentsOf(pool, address, page.limit(), page.offset())
                .forEach(paid -> array.add(PaymentJson.of(paid)));
        return Answers.list("payments", array, page);
    }

    /** Whether the pool knows an address, without an error if it does not. */
    JsonObject lookup(PoolName pool, Optional<String> text) {
        String asked = text.filter(words -> !words.isBlank())
                .orElseThrow(() -> new ProblemException(
                        Problem.badRequest("address", "Say which address: /api/miner/lookup?address=...")));
        return projections
                .miner(pool, address(pool, asked))
                .map(MinerJson::found)
                .orElseGet(() -> Json.createObjectBuilder().add("found", false).build());
    }

    /** The canonical spelling of an address that the pool knows. */
    String knownAddress(PoolName pool, String text) {
        return known(pool, address(pool, text)).address();
    }

    private MinerView known(PoolName pool, String address) {
        return projections
                .miner(pool, address)
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        "miner", "The address is good, but pool " + pool + " never had a share from it.")));
    }

    /** The canonical spelling of an address. */
    String address(PoolName pool, String text) {
        if (text.length() > LONGEST_ADDRESS) {
            throw new ProblemException(
                    Problem.badRequest("address", "An address has at most " + LONGEST_ADDRESS + " characters."));
        }
        AddressVerdict verdict = projections.address(pool, text);
        return verdict.fold(payable -> payable.address().text(), refused -> {
            throw new ProblemException(Problem.badRequest("address", refused.sentence()));
        });
    }
}
