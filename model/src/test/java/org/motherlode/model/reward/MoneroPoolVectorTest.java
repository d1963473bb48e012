package org.motherlode.model.reward;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.money.Money;

/**
 * What jtgrassie's monero-pool credited for real blocks and shares of a private chain. It leaves what an unfilled window
 * lacks with the pool, as {@link Unfilled#CARRY} does, and rounds each share down, so a miner with n shares there gets up
 * to n atoms less than here, and the fee, taken from each share, differs likewise.
 */
class MoneroPoolVectorTest {
    private static final Asset XMR = new Asset("XMR", 12);
    private static final BigInteger MOST_ROUNDING = BigInteger.valueOf(60);

    @TestFactory
    Stream<DynamicTest> monero_pools_credits_are_ours_but_for_its_rounding_of_each_share() throws IOException {
        try (InputStream file = MoneroPoolVectorTest.class.getResourceAsStream("monero-pool-pplns.json");
                JsonReader reader = Json.createReader(file)) {
            JsonObject all = reader.readObject();
            return all.getJsonArray("blocks").getValuesAs(JsonObject.class).stream()
                    .map(block -> DynamicTest.dynamicTest("block " + block.getInt("height"), () -> check(all, block)));
        }
    }

    private static void check(JsonObject all, JsonObject block) {
        SchemeTerms terms = SchemeTerms.pplns(1, new BasisPoints(100), 200, Unfilled.CARRY);
        BigInteger size = BigInteger.valueOf(2L * block.getInt("difficulty"));
        Window window = Weighted.window(newestFirst(all, block.getInt("height")), size);
        Money reward = new Money(atoms(block, "reward"), XMR);

        Allotment ours = Allotment.of(reward, window, terms);

        JsonObject theirs = block.getJsonObject("credits");
        String fees = all.getString("fee_wallet");
        assertThat(ours.credits().keySet())
                .containsExactlyInAnyOrderElementsOf(theirs.keySet().stream()
                        .filter(owner -> !owner.equals(fees))
                        .toList());
        ours.credits().forEach((owner, credit) -> assertThat(
                        credit.subtract(atoms(theirs, owner)).abs())
                .as("%s: %s here, %s there", owner, credit, atoms(theirs, owner))
                .isLessThanOrEqualTo(MOST_ROUNDING));
    }

    /** It goes down height by height, and within a height from the oldest to the newest share. */
    private static List<Weighted> newestFirst(JsonObject all, int height) {
        List<JsonArray> shares = new ArrayList<>(
                all.getJsonArray("shares_height_diff_address_time").getValuesAs(JsonArray.class));
        shares.removeIf(share -> share.getInt(0) > height);
        Collections.sort(
                shares,
                Comparator.comparing((JsonArray share) -> share.getInt(0)).reversed());
        return shares.stream()
                .map(share -> new Weighted(share.getString(2), BigInteger.valueOf(share.getInt(1))))
                .toList();
    }

    private static BigInteger atoms(JsonObject object, String name) {
        JsonNumber number = object.getJsonNumber(name);
        return number.bigIntegerValueExact();
    }
}
