package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * A wallet with one address. What it signs is as long as a signature and none: this node runs no scripts. Beside that a
 * transaction must be as the chain wants it.
 */
final class StandInWallet {
    private static final int WALLET_ERROR = -4;
    private static final int NOT_KNOWN = -5;
    private static final int VERIFY_ERROR = -25;
    private static final int IN_A_BLOCK = -27;
    private static final int SIGNED_INPUT_BYTES = 68;
    private static final long MATURITY = 100;

    private final StandInChain chain;
    private final OpenSyAddress address;
    private boolean forgetful;

    StandInWallet(StandInChain chain, OpenSyAddress address) {
        this.chain = chain;
        this.address = address;
    }

    OpenSyAddress address() {
        return address;
    }

    /** From now on it knows of no transaction, as one whose file was made anew. */
    void forget() {
        forgetful = true;
    }

    JsonValue info() {
        return Json.createObjectBuilder()
                .add("walletname", "pool")
                .add("private_keys_enabled", true)
                .add("scanning", false)
                .add("lastprocessedblock", seen())
                .build();
    }

    private JsonObjectBuilder seen() {
        return Json.createObjectBuilder()
                .add("hash", chain.tip().id())
                .add("height", chain.tip().height());
    }

    JsonValue addressInfo(JsonArray params) {
        return Json.createObjectBuilder()
                .add("address", params.getString(0))
                .add("ismine", params.getString(0).equals(address.text()))
                .build();
    }

    JsonValue balances() {
        long spendable = coins().values().stream()
                .filter(this::isSpendable)
                .mapToLong(StandInCoins.Coin::value)
                .sum();
        long all = coins().values().stream().mapToLong(StandInCoins.Coin::value).sum();
        return Json.createObjectBuilder()
                .add(
                        "mine",
                        Json.createObjectBuilder()
                                .add("trusted", coins(spendable))
                                .add("untrusted_pending", coins(0))
                                .add("immature", coins(all - spendable)))
                .add("lastprocessedblock", seen())
                .build();
    }

    private static BigDecimal coins(long qirsh) {
        return BigDecimal.valueOf(qirsh, 8);
    }

    /** Its own, those that wait to be spent apart. */
    private Map<String, StandInCoins.Coin> coins() {
        Map<String, StandInCoins.Coin> unspent =
                StandInCoins.after(chain.best()).unspent();
        unspent.entrySet()
                .removeIf(coin -> !coin.getValue().script().equals(address.script())
                        || chain.pool().spends(coin.getKey()));
        return unspent;
    }

    /** A block's reward in the block a hundred above it, which the wallet sees one later. */
    private boolean isSpendable(StandInCoins.Coin coin) {
        return !coin.reward() || chain.tip().height() - coin.height() + 1 > MATURITY;
    }

    JsonValue create(JsonArray params) throws StandInFault {
        List<Transaction.Output> outputs = new ArrayList<>();
        for (JsonValue one : params.getJsonArray(1)) {
            for (Map.Entry<String, JsonValue> output : one.asJsonObject().entrySet()) {
                BigDecimal amount = new BigDecimal(((JsonString) output.getValue()).getString());
                outputs.add(new Transaction.Output(amount.movePointRight(8).longValueExact(), script(output.getKey())));
            }
        }
        return Json.createValue(
                Octets.of(StandInTransactions.written(List.of(), outputs)).hex());
    }

    private Octets script(String receiver) throws StandInFault {
        try {
            return OpenSyAddress.parse(receiver).script();
        } catch (OpenSyAddress.NotAnAddressException e) {
            throw new StandInFault(NOT_KNOWN, "Invalid OpenSY address: " + receiver);
        }
    }

    /** Takes its oldest coins until they are enough; change comes last. */
    JsonValue fund(JsonArray params) throws StandInFault {
        List<Transaction.Output> outputs =
                new ArrayList<>(read(params.getString(0)).outputs());
        long rate = params.getJsonObject(1).getJsonNumber("fee_rate").longValueExact();
        for (Transaction.Output output : outputs) {
            if (output.value() < Dust.limit(output.script())) {
                throw new StandInFault(WALLET_ERROR, "Transaction amount too small");
            }
        }
        outputs.add(new Transaction.Output(0, address.script()));
        long wanted = outputs.stream().mapToLong(Transaction.Output::value).sum();
        List<String> spent = new ArrayList<>();
        long held = 0;
        long fee = 0;
        for (Map.Entry<String, StandInCoins.Coin> coin : coins().entrySet()) {
            if (isSpendable(coin.getValue()) && (spent.isEmpty() || held < wanted + fee)) {
                spent.add(coin.getKey());
                held += coin.getValue().value();
                int bare = StandInTransactions.written(List.of(), outputs).length;
                fee = rate * (bare + (long) SIGNED_INPUT_BYTES * spent.size());
            }
        }
        if (spent.isEmpty() || held < wanted + fee) {
            throw new StandInFault(WALLET_ERROR, "Insufficient funds");
        }
        outputs.set(outputs.size() - 1, new Transaction.Output(held - wanted - fee, address.script()));
        return Json.createObjectBuilder()
                .add(
                        "hex",
                        Octets.of(StandInTransactions.written(spent, outputs)).hex())
                .add("fee", coins(fee))
                .add("changepos", outputs.size() - 1)
                .build();
    }

    JsonValue sign(JsonArray params) throws StandInFault {
        Transaction bare = read(params.getString(0));
        return Json.createObjectBuilder()
                .add("hex", Octets.of(StandInTransactions.signed(bare)).hex())
                .add("complete", true)
                .build();
    }

    JsonValue send(JsonArray params) throws StandInFault {
        Transaction transaction = read(params.getString(0));
        if (chain.pool().find(transaction.id()).isPresent()) {
            return Json.createValue(transaction.id());
        }
        if (StandInTransactions.minedAt(chain, transaction.id()).isPresent()) {
            throw new StandInFault(IN_A_BLOCK, "Transaction outputs already in utxo set");
        }
        Map<String, StandInCoins.Coin> unspent =
                StandInCoins.after(chain.best()).unspent();
        long in = 0;
        for (Transaction.Input input : transaction.inputs()) {
            StandInCoins.Coin coin = unspent.get(input.outpoint());
            if (coin == null || chain.pool().spends(input.outpoint())) {
                throw new StandInFault(VERIFY_ERROR, "bad-txns-inputs-missingorspent");
            }
            in += coin.value();
        }
        long out = transaction.outputs().stream()
                .mapToLong(Transaction.Output::value)
                .sum();
        if (in < out) {
            throw new StandInFault(VERIFY_ERROR, "bad-txns-in-belowout");
        }
        chain.pool().add(new StandInPool.Waiting(transaction, in - out, 1));
        return Json.createValue(transaction.id());
    }

    /** Knows what it has sent from here. */
    JsonValue transaction(JsonArray params) throws StandInFault {
        String id = params.getString(0);
        Optional<StandInEntry> mined = StandInTransactions.minedAt(chain, id);
        boolean known = chain.pool().fee(id).isPresent();
        if (forgetful || !known) {
            throw new StandInFault(NOT_KNOWN, "Invalid or non-wallet transaction id");
        }
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("confirmations", mined.map(chain::confirmations).orElse(0L))
                .add("txid", id);
        mined.ifPresent(entry -> answer.add("blockhash", entry.id()).add("blockheight", entry.height()));
        return answer.add("lastprocessedblock", seen()).build();
    }

    private static Transaction read(String hex) throws StandInFault {
        try {
            return StandInTransactions.read(Octets.ofHex(hex).toBytes());
        } catch (UnreadableBytesException e) {
            throw new StandInFault(-22, "TX decode failed");
        }
    }
}
