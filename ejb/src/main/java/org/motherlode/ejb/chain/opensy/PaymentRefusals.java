package org.motherlode.ejb.chain.opensy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The wallet's words that mean that asking again without a change is vain. Nothing was sent when they come, whatever they are; all
 * others say nothing about the payout itself, a locked wallet for example, so it waits.
 */
final class PaymentRefusals {
    /** @param words in small letters, of Bitcoin Core's {@code src/wallet/spend.cpp} and {@code src/rpc/rawtransaction_util.cpp} */
    private record Refusal(String words, String sentence) {}

    private static final List<Refusal> KNOWN = List.of(
            new Refusal("insufficient funds", "The wallet has too little money for this payout and its fee"),
            new Refusal("amount too small", "An amount of this payout is too small to be relayed"),
            new Refusal("too small to pay the fee", "An amount of this payout is too small to be relayed"),
            new Refusal("invalid opensy address", "The wallet does not accept an address of this payout"),
            new Refusal("invalid address", "The wallet does not accept an address of this payout"),
            new Refusal("duplicated address", "This payout has an address twice"),
            new Refusal("invalid amount", "The wallet does not accept an amount of this payout"),
            new Refusal("transaction too large", "The transaction would be too large: pay fewer receivers"),
            new Refusal(
                    "exceeded the maximum",
                    "The transaction would be too large: join the wallet's many small outputs"));

    private PaymentRefusals() {}

    static Optional<String> sentence(NodeReply.Fault fault) {
        String said = fault.words().toLowerCase(Locale.ROOT);
        return KNOWN.stream()
                .filter(refusal -> said.contains(refusal.words()))
                .findFirst()
                .map(refusal -> refusal.sentence() + ". The wallet says: " + fault.words() + " (" + fault.code() + ")");
    }
}
