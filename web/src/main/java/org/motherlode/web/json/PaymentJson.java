package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Locale;
import org.motherlode.model.view.PaymentView;

/** One payment to one miner. */
public final class PaymentJson {
    private PaymentJson() {}

    public static JsonObject of(PaymentView payment) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", payment.batch())
                .add("address", payment.address())
                .add("amount", Amounts.decimal(payment.amount()))
                .add("amount_atoms", payment.amount().atoms().toString())
                .add("asset", payment.amount().asset().code())
                .add("state", payment.state().name())
                .add("status", payment.state().name().toLowerCase(Locale.ROOT))
                .add("created_at", payment.createdAt().getEpochSecond())
                .add("changed_at", payment.changedAt().getEpochSecond())
                .add("time", payment.changedAt().toString());
        payment.transactionId().ifPresent(id -> json.add("txid", id));
        return json.build();
    }
}
