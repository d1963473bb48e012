package org.motherlode.ejb.chain.monero;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;

/** monero-wallet-rpc as far as a pool needs it. One call at a time: its connection pool has one place, and who shares it takes turns by {@link WalletTurns}. */
final class WalletRpc implements AutoCloseable {
    private final JsonRpc rpc;

    WalletRpc(JsonRpc rpc) {
        this.rpc = rpc;
    }

    /** The program with its address, for sentences. */
    String name() {
        return rpc.name();
    }

    /** The primary address of the open wallet, in the field {@code address}. */
    RpcReply address() throws NodeUnavailableException {
        return rpc.call("get_address", account().build());
    }

    RpcReply open(WalletFile file) throws NodeUnavailableException {
        JsonObject params = Json.createObjectBuilder()
                .add("filename", file.name())
                .add("password", file.password())
                .build();
        return rpc.call("open_wallet", params);
    }

    void refresh() throws NodeUnavailableException {
        rpc.call("refresh").orUnavailable();
    }

    /** How many blocks the wallet has seen, to be compared with the node's. */
    long blocks() throws NodeUnavailableException {
        return rpc.call("get_height").orUnavailable().count("height");
    }

    Balance balance() throws NodeUnavailableException {
        JsonFields balance = rpc.call("get_balance", account().build()).orUnavailable();
        return new Balance(
                new Money(balance.number("unlocked_balance"), Monero.XMR),
                new Money(balance.number("balance"), Monero.XMR));
    }

    /** @param total with what is still locked */
    record Balance(Money unlocked, Money total) {}

    /** What moved in blocks above a height and up to another, and what was sent and waits for a block whatever its height. */
    JsonFields transfers(long above, long upTo) throws NodeUnavailableException {
        JsonObject params = account()
                .add("in", true)
                .add("out", true)
                .add("pending", true)
                .add("filter_by_height", true)
                .add("min_height", above)
                .add("max_height", upTo)
                .build();
        return rpc.call("get_transfers", params).orUnavailable();
    }

    /**
     * Signs one transaction and sends nothing. Never {@code transfer_split}, which may pay a part of an order and answer
     * with an error.
     */
    RpcReply construct(PaymentOrder order) throws NodeUnavailableException {
        JsonArrayBuilder destinations = Json.createArrayBuilder();
        order.payments()
                .forEach((address, money) -> destinations.add(Json.createObjectBuilder()
                        .add("address", address.text())
                        .add("amount", money.atoms())));
        return rpc.call(
                "transfer",
                account()
                        .add("destinations", destinations)
                        .add("do_not_relay", true)
                        .add("get_tx_metadata", true)
                        .add("get_tx_key", true)
                        .build());
    }

    /** Sends what {@link #construct} gave as {@code tx_metadata}; the answer has {@code tx_hash}. */
    RpcReply relay(String metadataHex) throws NodeUnavailableException {
        return rpc.call(
                "relay_tx", Json.createObjectBuilder().add("hex", metadataHex).build());
    }

    /** Writes the wallet's file, so that it remembers after a crash what it sent. */
    void store() throws NodeUnavailableException {
        rpc.call("store").orUnavailable();
    }

    private static JsonObjectBuilder account() {
        return Json.createObjectBuilder().add("account_index", 0);
    }

    @Override
    public void close() {
        rpc.close();
    }
}
