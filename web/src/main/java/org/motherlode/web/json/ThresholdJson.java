package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.util.Locale;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.ThresholdChallenge;
import org.motherlode.model.payout.ThresholdChange;
import org.motherlode.model.payout.ThresholdView;

/** Thresholds of the miners' own. */
public final class ThresholdJson {
    private ThresholdJson() {}

    /** What {@code /miner/{address}/threshold} says. */
    public static JsonObject of(String miner, ThresholdView view, Instant now) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("address", miner)
                .add("asset", view.now().asset().code());
        amount(json, "threshold", view.now());
        amount(json, "least", view.bounds().least());
        amount(json, "most", view.bounds().most());
        view.waiting(now).ifPresent(change -> json.add("waiting", of(change)));
        JsonArrayBuilder changes = Json.createArrayBuilder();
        view.newest().forEach(change -> changes.add(of(change)));
        return json.add("changes", changes).build();
    }

    /** A change, as it was made and as it is listed. */
    public static JsonObject of(ThresholdChange change) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        amount(json, "threshold", change.threshold());
        return json.add("changed_at", change.changedAt().getEpochSecond())
                .add("effective_at", change.effectiveAt().getEpochSecond())
                .add("proof", change.proof().name().toLowerCase(Locale.ROOT))
                .build();
    }

    /** What is to be signed. */
    public static JsonObject of(ThresholdChallenge challenge) {
        JsonObjectBuilder json = Json.createObjectBuilder().add("text", challenge.text());
        amount(json, "threshold", challenge.threshold());
        return json.add("until", challenge.until().getEpochSecond())
                .add("token", challenge.token())
                .build();
    }

    private static void amount(JsonObjectBuilder json, String name, Money money) {
        json.add(name, Amounts.decimal(money));
        json.add(name + "_atoms", money.atoms().toString());
    }
}
