package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigInteger;
import org.motherlode.model.audit.PayoutAudit;
import org.motherlode.model.money.Money;

/** A payout with all its receivers. */
public final class PayoutAuditJson {
    private static final String FORMAT = "motherlode-payout-audit/1";

    private PayoutAuditJson() {}

    public static JsonObject of(PayoutAudit payout) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("format", FORMAT)
                .add("pool", payout.pool().text())
                .add("chain", payout.chain().name())
                .add("asset", payout.asset().code())
                .add("asset_decimals", payout.asset().decimals())
                .add("id", payout.id())
                .add("state", payout.state().name())
                .add("created_at", payout.createdAt().getEpochSecond())
                .add("changed_at", payout.changedAt().getEpochSecond())
                .add("total", decimal(payout, payout.total()))
                .add("total_atoms", payout.total().toString());
        payout.transaction().ifPresent(transaction -> {
            json.add("txid", transaction.id())
                    .add("network_fee", decimal(payout, transaction.fee()))
                    .add("network_fee_atoms", transaction.fee().toString());
            transaction.proof().ifPresent(proof -> json.add("proof", proof));
        });
        return json.add("receivers", receivers(payout)).build();
    }

    private static JsonArrayBuilder receivers(PayoutAudit payout) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        payout.receivers()
                .forEach(receiver -> array.add(Json.createObjectBuilder()
                        .add("address", receiver.address())
                        .add("amount", decimal(payout, receiver.atoms()))
                        .add("amount_atoms", receiver.atoms().toString())));
        return array;
    }

    private static String decimal(PayoutAudit payout, BigInteger atoms) {
        return Amounts.decimal(new Money(atoms, payout.asset()));
    }
}
