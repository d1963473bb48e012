package org.motherlode.stratum.dialect.cryptonote;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.motherlode.model.pow.Seed;
import org.motherlode.model.wire.JobOffer;
import org.motherlode.model.wire.WorkForm;
import org.motherlode.model.work.Difficulty;

/** The members of a job object, as XMRig 6.26 demands them. */
final class JobMembers {
    /** Where miners of this dialect write their nonce unless they are told otherwise. */
    private static final int USUAL_NONCE_OFFSET = 39;

    private JobMembers() {}

    static void write(JsonGenerator json, JobOffer offer) throws IOException {
        if (offer.form() instanceof WorkForm.Choosing choosing) {
            writeChoosing(json, offer, choosing);
        } else if (offer.form() instanceof WorkForm.Filling filling) {
            writeFilling(json, offer, filling);
        } else {
            writeHashing(json, offer);
        }
    }

    /** As monero-pool sends it. XMRig fills blob, height and seeds in by what its own node says. */
    private static void writeChoosing(JsonGenerator json, JobOffer offer, WorkForm.Choosing choosing)
            throws IOException {
        json.writeStringField("job_id", offer.id());
        json.writeStringField("target", target(offer.difficulty()));
        json.writeStringField("extra_nonce", choosing.extraNonce().octets().hex());
        json.writeStringField("pool_wallet", choosing.payTo());
        json.writeStringField("seed_hash", "");
        json.writeStringField("next_seed_hash", "");
        json.writeStringField("algo", offer.pow().name());
    }

    /** As nodejs-pool sends it. The proxy writes a word of its own and one for each of its miners. */
    private static void writeFilling(JsonGenerator json, JobOffer offer, WorkForm.Filling filling) throws IOException {
        int own = filling.open().ownOffset();
        json.writeStringField("blocktemplate_blob", filling.open().block().hex());
        json.writeStringField("job_id", offer.id());
        json.writeNumberField("difficulty", filling.network().value());
        json.writeNumberField("height", offer.height());
        json.writeNumberField("reserved_offset", filling.open().extraNonceOffset());
        json.writeNumberField("client_pool_offset", own);
        json.writeNumberField("client_nonce_offset", own + Integer.BYTES);
        json.writeNumberField("target_diff", offer.difficulty().value());
        json.writeStringField("target_diff_hex", target(offer.difficulty()));
        json.writeStringField("seed_hash", offer.seed().hex());
        json.writeStringField("next_seed_hash", offer.nextSeed().map(Seed::hex).orElse(""));
        json.writeStringField("algo", offer.pow().name());
    }

    private static void writeHashing(JsonGenerator json, JobOffer offer) throws IOException {
        json.writeStringField("blob", offer.job().hashingBytes().hex());
        json.writeStringField("job_id", offer.id());
        json.writeStringField("target", target(offer.difficulty()));
        json.writeNumberField("height", offer.height());
        json.writeStringField("seed_hash", offer.seed().hex());
        json.writeStringField("next_seed_hash", offer.nextSeed().map(Seed::hex).orElse(""));
        if (offer.job().nonceOffset() != USUAL_NONCE_OFFSET) {
            json.writeNumberField("nonce_offset", offer.job().nonceOffset());
        }
        json.writeStringField("algo", offer.pow().name());
    }

    /**
     * Eight bytes, least significant first, as 16 hex digits: exact, where the four-byte form rounds (and kills XMRig with
     * a division by zero when it comes to 0). A difficulty beyond 64 bits gets the smallest target there is, 1: what the
     * miner finds then may still be too little, but it loses nothing.
     */
    static String target(Difficulty difficulty) {
        long target = difficulty.value().bitLength() > Long.SIZE ? 1 : difficulty.target64();
        return HexFormat.of()
                .formatHex(ByteBuffer.allocate(Long.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putLong(target)
                        .array());
    }
}
