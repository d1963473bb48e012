package org.motherlode.ejb.chain.opensy;

import java.util.Map;
import java.util.Optional;
import org.motherlode.model.chain.SubmitAnswer;

/** What the node's words on a block mean; they are those of BIP 22 and of the node's own {@code src/validation.cpp}. */
final class SubmitWords {
    private static final Map<String, String> TAKEN = Map.of(
            "duplicate", "the node has it already",
            "inconclusive", "valid so far, but not on the best chain: another block has its height",
            "duplicate-inconclusive", "the node has it already and has not judged it to the end");

    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("duplicate-invalid", "the node has it already and found it wrong"),
            Map.entry(
                    "high-hash-randomx",
                    "its RandomX hash is above the target for the node: another key, another byte order, or no solution"),
            Map.entry("high-hash", "its SHA256d is above the target: the node does not use RandomX at this height"),
            Map.entry(
                    "bad-txnmrklroot",
                    "its Merkle root is not that of its transactions, as if bytes of it were a nonce"),
            Map.entry("bad-cb-length", "its first transaction's script has fewer than 2 or more than 100 bytes"),
            Map.entry("bad-cb-height", "its first transaction does not begin with its height"),
            Map.entry("bad-cb-amount", "its first transaction pays more than subsidy and fees"),
            Map.entry("bad-diffbits", "its target is not the one that the chain asks for"),
            Map.entry("time-too-old", "its time is not above the median of the last eleven blocks"),
            Map.entry("time-too-new", "its time is more than two hours ahead of the node's clock"),
            Map.entry("prev-blk-not-found", "the node does not know its parent"),
            Map.entry("bad-witness-nonce-size", "the witness of its first transaction is not 32 bytes"),
            Map.entry("bad-witness-merkle-match", "it commits to other witnesses than it has"),
            Map.entry("unexpected-witness", "it has witnesses and commits to none"),
            Map.entry("bad-blk-weight", "it is too large"));

    private SubmitWords() {}

    static SubmitAnswer of(String words) {
        return Optional.ofNullable(TAKEN.get(words))
                .map(sentence -> new SubmitAnswer(true, sentence))
                .orElseGet(() -> new SubmitAnswer(false, refusal(words)));
    }

    /** A word that is not in the table is repeated as it came; the same words are a proposal's. */
    static String refusal(String words) {
        return Optional.ofNullable(REFUSED.get(words))
                .map(sentence -> sentence + " (" + words + ")")
                .orElse("the node refuses it: " + words);
    }
}
