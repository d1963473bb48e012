package org.motherlode.ejb.chain.monero;

import java.util.Arrays;
import java.util.Optional;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.pow.Seed;

/** Makes a template of the answer to {@code get_block_template}, and trusts no byte of it that it can check. */
final class TemplateAnswer {
    private TemplateAnswer() {}

    static MoneroTemplate read(JsonFields answer, PowByVersion functions, Optional<ChoosingTerms> choosing)
            throws NodeUnavailableException {
        try {
            BlockBlob blob = BlockBlob.read(
                    answer.hex("blocktemplate_blob").toBytes(),
                    (int) Math.min(answer.count("reserved_offset"), Integer.MAX_VALUE / 2),
                    MoneroTemplate.EXTRA_NONCE_BYTES);
            MoneroTemplate template = new MoneroTemplate(
                    blob,
                    Monerod.difficulty(answer),
                    Seed.ofHex(answer.id("seed_hash")),
                    nextSeed(answer),
                    functions,
                    choosing);
            requireKnown(template, answer);
            requireAgreement(template, answer);
            return template;
        } catch (UnreadableBlobException e) {
            throw new NodeUnavailableException(
                    answer.from() + " gave a template that cannot be read: " + e.getMessage(), e);
        }
    }

    /** monerod leaves the text empty until the next seed is known. */
    private static Optional<Seed> nextSeed(JsonFields answer) throws NodeUnavailableException {
        String hex = answer.text("next_seed_hash");
        return hex.isEmpty() ? Optional.empty() : Optional.of(Seed.ofHex(answer.id("next_seed_hash")));
    }

    private static void requireKnown(MoneroTemplate template, JsonFields answer) throws NodeUnavailableException {
        Optional<String> unknown = template.functions().unknown(template.blob().majorVersion());
        if (unknown.isPresent()) {
            throw new NodeUnavailableException(answer.from() + " gives no work that can be mined: " + unknown.get());
        }
    }

    /** The node's own hashing blob proves that we read its template, tree and all, as it does. */
    private static void requireAgreement(MoneroTemplate template, JsonFields answer) throws NodeUnavailableException {
        byte[] ours = template.blob().hashingBlob(new byte[MoneroTemplate.EXTRA_NONCE_BYTES]);
        boolean agrees = Arrays.equals(ours, answer.hex("blockhashing_blob").toBytes())
                && template.height() == answer.count("height")
                && template.previousId().equals(answer.id("prev_hash"));
        if (!agrees) {
            throw new NodeUnavailableException(answer.from() + " gave a template of a form that this version does not"
                    + " know: its hashing blob, height or parent is not what its bytes say");
        }
    }
}
