package org.motherlode.ejb.chain.opensy;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;
import org.motherlode.model.payout.PaymentOrder;

/** The wallet in the node as far as a pool needs it. None of these sends anything. */
final class WalletRpc implements AutoCloseable {
    private final NodeRpc rpc;

    WalletRpc(NodeRpc rpc) {
        this.rpc = rpc;
    }

    /** The node with its address, for sentences. */
    String name() {
        return rpc.name();
    }

    NodeReply info() throws NodeUnavailableException {
        return rpc.call("getwalletinfo");
    }

    /** Makes the node open a wallet of its folder. */
    NodeReply load(String wallet) throws NodeUnavailableException {
        return rpc.call("loadwallet", Json.createArrayBuilder().add(wallet).build());
    }

    /** Whether what is paid to an address is this wallet's to spend. */
    boolean owns(String address) throws NodeUnavailableException {
        JsonFields info =
                rpc.call("getaddressinfo", one(address)).orUnavailable().fields();
        return info.flag("ismine");
    }

    Balance balance() throws NodeUnavailableException {
        JsonFields mine = rpc.call("getbalances").orUnavailable().fields().object("mine");
        Money spendable = Qirsh.read(mine, "trusted");
        return new Balance(
                spendable, spendable.plus(Qirsh.read(mine, "untrusted_pending")).plus(Qirsh.read(mine, "immature")));
    }

    /** @param all with what cannot be spent yet */
    record Balance(Money spendable, Money all) {}

    /** A transaction that only has outputs, as hex. */
    NodeReply create(PaymentOrder order) throws NodeUnavailableException {
        JsonArrayBuilder outputs = Json.createArrayBuilder();
        order.payments()
                .forEach((address, money) ->
                        outputs.add(Json.createObjectBuilder().add(address.text(), Qirsh.coins(money))));
        return rpc.call(
                "createrawtransaction",
                Json.createArrayBuilder()
                        .add(Json.createArrayBuilder())
                        .add(outputs)
                        .build());
    }

    /**
     * Adds inputs that a block has, and change; the rate is always ours, since a young chain has nothing to estimate one from.
     */
    NodeReply fund(String hex, long qirshPerVirtualByte) throws NodeUnavailableException {
        JsonObjectBuilder options = Json.createObjectBuilder()
                .add("fee_rate", qirshPerVirtualByte)
                .add("minconf", 1)
                .add("lockUnspents", false);
        return rpc.call(
                "fundrawtransaction",
                Json.createArrayBuilder().add(hex).add(options).build());
    }

    NodeReply sign(String hex) throws NodeUnavailableException {
        return rpc.call("signrawtransactionwithwallet", one(hex));
    }

    /** What the wallet knows of a transaction of its own. */
    NodeReply transaction(String id) throws NodeUnavailableException {
        return rpc.call("gettransaction", one(id));
    }

    private static JsonArray one(String text) {
        return Json.createArrayBuilder().add(text).build();
    }

    @Override
    public void close() {
        rpc.close();
    }
}
