package org.motherlode.ejb.chain.opensy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.motherlode.model.bytes.Octets;

/**
 * What {@code getblocktemplate} says a block must be.
 *
 * @param previousId the parent, as people read it
 * @param target the largest hash that is good enough, which {@code bits} say too
 * @param value in qirsh, subsidy and fees: what the first transaction may pay
 * @param commitment the script that commits to the transactions' witnesses; empty where the node gave none
 * @param longPollId by which the node knows what has changed since
 */
record TemplateBody(
        int version,
        String previousId,
        long height,
        long time,
        CompactBits bits,
        BigInteger target,
        long value,
        Optional<Octets> commitment,
        List<Part> transactions,
        String longPollId) {
    /** A transaction of the template: its id as it stands in the tree, and its bytes with the witness. */
    record Part(Octets id, Octets data) {}

    TemplateBody {
        transactions = List.copyOf(transactions);
    }
}
