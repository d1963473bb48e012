package org.motherlode.ejb.chain.monero;

import java.util.Map;
import java.util.Optional;

/**
 * The wallet's errors that mean that it made no transaction and that asking again without a change is vain; by the codes
 * of monero's {@code wallet_rpc_server_error_codes.h}. Others, above all -4 (anything at all) and -38 (its node did not
 * answer), decide nothing.
 */
final class PaymentRefusals {
    private static final Map<Integer, String> SENTENCES = Map.ofEntries(
            Map.entry(-2, "The wallet does not accept an address of this payout"),
            Map.entry(-5, "An integrated address must be paid alone"),
            Map.entry(-16, "No transaction for this payout is possible"),
            Map.entry(-17, "The wallet has too little money for this payout and its fee"),
            Map.entry(
                    -18,
                    "The transaction would be too large: pay fewer receivers, or join the wallet's many small outputs"),
            Map.entry(-19, "The chain has too few outputs yet to hide the payment among"),
            Map.entry(-20, "The payout has no receiver"),
            Map.entry(-29, "The wallet is view-only and cannot sign"),
            Map.entry(-37, "The wallet has enough money, but too little of it is unlocked yet: wait for confirmations"),
            Map.entry(-46, "An amount of this payout is zero"));

    private PaymentRefusals() {}

    static Optional<String> sentence(RpcReply.Fault fault) {
        return Optional.ofNullable(SENTENCES.get(fault.code()))
                .map(sentence -> sentence + ". The wallet says: " + fault.words() + " (" + fault.code() + ")");
    }
}
