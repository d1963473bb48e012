package org.motherlode.model.reward;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;

/** A case of settlement-vectors.json. */
record Vector(JsonObject json) {
    static final Asset ASSET = new Asset("XMR", 12);

    static Stream<Vector> all() {
        try (JsonReader reader = Json.createReader(
                Objects.requireNonNull(Vector.class.getResourceAsStream("settlement-vectors.json")))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream().map(Vector::new);
        }
    }

    List<Weighted> newestFirst() {
        List<Weighted> shares = new ArrayList<>();
        for (JsonArray share : json.getJsonArray("shares").getValuesAs(JsonArray.class)) {
            shares.add(new Weighted(share.getString(1), new BigInteger(share.getString(2))));
        }
        Collections.reverse(shares);
        return shares;
    }

    BigInteger size() {
        return new BigInteger(json.getString("window"));
    }

    Money reward() {
        return money(json.getString("reward"));
    }

    SchemeTerms terms() {
        Unfilled unfilled = Unfilled.valueOf(json.getString("unfilled").toUpperCase(Locale.ROOT));
        return SchemeTerms.pplns(1, new BasisPoints(json.getInt("fee_bp")), 200, unfilled);
    }

    BigInteger expectedFilled() {
        return new BigInteger(expected().getString("window_filled"));
    }

    Money expected(String amount) {
        return money(expected().getString(amount));
    }

    SortedMap<String, BigInteger> expectedWeights() {
        SortedMap<String, BigInteger> weights = new TreeMap<>();
        JsonObject object = expected().getJsonObject("weights");
        object.keySet()
                .forEach(owner -> weights.put(owner, object.getJsonNumber(owner).bigIntegerValueExact()));
        return weights;
    }

    /** Those who get nothing left out. */
    SortedMap<String, BigInteger> expectedCredits() {
        SortedMap<String, BigInteger> credits = new TreeMap<>();
        JsonObject object = expected().getJsonObject("credits");
        object.keySet().forEach(owner -> credits.put(owner, new BigInteger(object.getString(owner))));
        credits.values().removeIf(atoms -> atoms.signum() == 0);
        return credits;
    }

    private JsonObject expected() {
        return json.getJsonObject("expect");
    }

    private static Money money(String atoms) {
        return new Money(new BigInteger(atoms), ASSET);
    }

    @Override
    public String toString() {
        return json.getString("name");
    }
}
