package org.motherlode.web.rest;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockBundle;
import org.motherlode.model.audit.BundleSink;
import org.motherlode.model.audit.LineAudit;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.view.Audits;
import org.motherlode.model.view.ViewUnavailableException;
import org.motherlode.web.json.BundleJson;
import org.motherlode.web.json.PayoutAuditJson;

/** The bodies of the audits' paths. */
@Singleton
final class AuditAnswers {
    private static final Logger LOG = Logger.getLogger(AuditAnswers.class);
    private static final String ID = "[1-9][0-9]{0,17}";
    private static final String TRANSACTION = "[0-9A-Za-z]{1,128}";

    private final Audits audits;
    private final Downloads downloads;

    @Inject
    AuditAnswers(Audits audits) {
        this(audits, new Downloads(DownloadBounds.read(System::getProperty), InstantSource.system()));
    }

    AuditAnswers(Audits audits, Downloads downloads) {
        this.audits = audits;
        this.downloads = downloads;
    }

    BlockAudit block(PoolName pool, String id) {
        if (!id.matches(ID)) {
            throw new ProblemException(
                    Problem.badRequest("block", "A block is named by its id, a whole number from /api/pool/blocks."));
        }
        return audits.block(pool, Long.parseLong(id))
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.notFound(
                                        "block",
                                        "Pool " + pool
                                                + " has divided no block of this id; a block is divided soon after the chain has it.")));
    }

    /** Stands for the whole bundle: the lines follow from what it is made of. */
    static String tag(BlockAudit audit) {
        return Fresh.tag(bytes(sink -> BlockBundle.write(audit, taker -> {}, sink)));
    }

    /** The whole bundle, whose lines are read as it is sent. */
    StreamingOutput bundle(BlockAudit audit) {
        Downloads.Download place = downloads
                .place()
                .orElseThrow(
                        () -> new ProblemException(
                                Problem.later(
                                        "Too many take whole bundles at once; try again in a few seconds, or ask for one miner's line.")));
        return out -> place.write(to -> send(audit, to), out);
    }

    private void send(BlockAudit audit, OutputStream out) throws IOException {
        try {
            BundleJson.write(sink -> BlockBundle.write(audit, audits.lines(audit), sink), out);
        } catch (JsonException e) {
            throw new IOException("who asked for the bundle does not take it", e);
        } catch (ViewUnavailableException e) {
            // Too late for another status: the document breaks off, which every reader notices.
            LOG.warnf(
                    "%s: the audit of block %d broke off: %s",
                    audit.pool(), audit.block().id(), e.getMessage());
            throw new IOException(e);
        }
    }

    /** @param address as the pool spells it */
    byte[] line(BlockAudit audit, String address) {
        LineAudit line = audits.line(audit, address)
                .orElseThrow(() -> new ProblemException(Problem.notFound(
                        "miner",
                        "The address is good, but has no part in block "
                                + audit.block().id() + ".")));
        return bytes(sink -> BlockBundle.write(line, sink));
    }

    JsonObject payment(PoolName pool, String name) {
        if (!name.matches(TRANSACTION)) {
            throw new ProblemException(Problem.badRequest(
                    "payment", "A payment is named by its id from /api/pool/payments, or by its transaction's."));
        }
        return (name.matches(ID) ? audits.payout(pool, Long.parseLong(name)) : audits.payout(pool, name))
                .map(PayoutAuditJson::of)
                .orElseThrow(() -> new ProblemException(
                        Problem.notFound("payment", "Pool " + pool + " has no payment of this id or transaction.")));
    }

    private static byte[] bytes(Consumer<BundleSink> bundle) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BundleJson.write(bundle, bytes);
        return bytes.toByteArray();
    }
}
