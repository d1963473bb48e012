package org.motherlode.web.json;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.util.Locale;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.SchemeTerms;

/** How a pool divides a reward; what a scheme does not have is left out. */
final class SchemeJson {
    private SchemeJson() {}

    static JsonObject of(SchemeTerms terms) {
        JsonObjectBuilder json =
                Json.createObjectBuilder().add("name", terms.scheme().title()).add("version", terms.version());
        terms.scheme().fold(pplns -> add(json, pplns), prop -> json, solo -> json);
        terms.donation().ifPresent(gift -> json.add("donation", percent(gift.part()))
                .add("donation_address", gift.to().text()));
        return json.build();
    }

    private static JsonObjectBuilder add(JsonObjectBuilder json, Pplns pplns) {
        pplns.length()
                .fold(
                        percent -> json.add("window_percent", percent.percent()),
                        shares -> json.add("window_shares", shares.shares()));
        return json.add("window_unfilled", pplns.unfilled().name().toLowerCase(Locale.ROOT))
                .add("finder_bonus", percent(pplns.finderBonus()));
    }

    /** With two digits: one percent is {@code 1.00}. */
    static BigDecimal percent(BasisPoints part) {
        return BigDecimal.valueOf(part.value(), 2);
    }
}
