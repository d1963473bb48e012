package org.motherlode.ejb.chain.opensy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.NodeUnavailableException;

/** Reads what {@code getblocktemplate} answered, and trusts nothing of it that it can check. */
final class TemplateAnswer {
    private static final int LARGEST_HEADER_NUMBER_BITS = 32;

    private TemplateAnswer() {}

    static TemplateBody read(JsonFields answer) throws NodeUnavailableException {
        String hex = answer.text("bits");
        CompactBits bits = CompactBits.ofHex(hex).orElseThrow(() -> unlike(answer, "bits '" + hex + "' are no target"));
        requireAgreement(answer, bits);
        return new TemplateBody(
                (int) headerNumber(answer, "version"),
                answer.id("previousblockhash"),
                height(answer),
                headerNumber(answer, "curtime"),
                bits,
                Opensyd.target(answer),
                answer.count("coinbasevalue"),
                commitment(answer),
                transactions(answer),
                answer.text("longpollid"));
    }

    private static void requireAgreement(JsonFields answer, CompactBits bits) throws NodeUnavailableException {
        if (!bits.target().filter(Opensyd.target(answer)::equals).isPresent()) {
            throw unlike(answer, "its bits and its target are not the same");
        }
        for (String rule : answer.texts("rules")) {
            // A rule behind '!' changes what a block must be, and is meant for those who know it.
            if (rule.startsWith("!") && !rule.equals("!segwit") && !rule.equals("!signet")) {
                throw unlike(answer, "it demands the rule '" + rule.substring(1) + "'");
            }
        }
    }

    private static long height(JsonFields answer) throws NodeUnavailableException {
        long height = answer.count("height");
        if (height < 1) {
            throw unlike(answer, "its height is " + height);
        }
        return height;
    }

    private static long headerNumber(JsonFields answer, String name) throws NodeUnavailableException {
        long number = answer.count(name);
        if (number >>> LARGEST_HEADER_NUMBER_BITS != 0) {
            throw unlike(answer, name + " is larger than a header has room for");
        }
        return number;
    }

    private static Optional<Octets> commitment(JsonFields answer) throws NodeUnavailableException {
        return answer.optionalText("default_witness_commitment").isEmpty()
                ? Optional.empty()
                : Optional.of(answer.hex("default_witness_commitment"));
    }

    /** Each transaction's id is computed here from its bytes: a root over others' ids would make every block worthless. */
    private static List<TemplateBody.Part> transactions(JsonFields answer) throws NodeUnavailableException {
        List<TemplateBody.Part> parts = new ArrayList<>();
        for (JsonFields transaction : answer.objects("transactions")) {
            String id = transaction.id("txid");
            Octets data = transaction.hex("data");
            try {
                if (!Transaction.of(data.toBytes()).id().equals(id)) {
                    throw unlike(answer, "transaction " + id + " has another id by its bytes");
                }
            } catch (UnreadableBytesException e) {
                throw new NodeUnavailableException(
                        answer.from() + " gave a transaction " + id + " that cannot be read: " + e.getMessage(), e);
            }
            parts.add(new TemplateBody.Part(Octets.of(BlockHash.bytes(id)), data));
        }
        return parts;
    }

    private static NodeUnavailableException unlike(JsonFields answer, String why) {
        return new NodeUnavailableException(
                answer.from() + " gave a template of a form that this version does not know: " + why);
    }
}
