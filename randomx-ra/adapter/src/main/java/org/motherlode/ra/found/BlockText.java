package org.motherlode.ra.found;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.motherlode.model.block.BlockRef;
import org.motherlode.model.bytes.Octets;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.job.SealedBlock;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.pool.PoolName;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.ShareNumber;
import org.motherlode.model.work.Difficulty;

/** A found block as lines {@code key=value}, format 1: a person can read it and give the bytes to a node by hand. */
final class BlockText {
    private static final String FORMAT = "1";

    private final Properties lines;

    private BlockText(Properties lines) {
        this.lines = lines;
    }

    static String write(FoundBlock found) {
        Properties lines = new Properties();
        lines.setProperty("format", FORMAT);
        lines.setProperty("pool", found.pool().text());
        lines.setProperty("node", Integer.toString(found.watermark().node()));
        lines.setProperty("epoch", Long.toString(found.watermark().epoch()));
        lines.setProperty("sequence", Long.toString(found.watermark().sequence()));
        lines.setProperty("found-at", found.foundAt().toString());
        lines.setProperty("finder", found.finder().text());
        lines.setProperty("worker", found.worker());
        lines.setProperty(
                "network-difficulty", found.networkDifficulty().value().toString());
        SealedBlock block = found.block();
        lines.setProperty("height", Long.toString(block.ref().height()));
        lines.setProperty("id", block.ref().id());
        lines.setProperty("bytes", block.bytes().hex());
        block.reward().ifPresent(reward -> {
            lines.setProperty("reward-atoms", reward.atoms().toString());
            lines.setProperty("reward-asset", reward.asset().code());
            lines.setProperty("reward-decimals", Integer.toString(reward.asset().decimals()));
        });
        StringWriter text = new StringWriter();
        try {
            lines.store(text, "a found block that the share listener has not taken yet");
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return text.toString();
    }

    /** An {@link IOException} says what is wrong with the text. */
    static FoundBlock read(String text) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            return new BlockText(lines).block();
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("is no found block: " + e.getMessage(), e);
        }
    }

    private FoundBlock block() {
        if (!line("format").equals(FORMAT)) {
            throw new IllegalArgumentException("format is " + line("format") + " and should be " + FORMAT);
        }
        ShareNumber watermark = new ShareNumber(Integer.parseInt(line("node")), whole("epoch"), whole("sequence"));
        return new FoundBlock(
                new PoolName(line("pool")),
                watermark,
                Instant.parse(line("found-at")),
                new MinerAddress(line("finder")),
                line("worker"),
                new Difficulty(new BigInteger(line("network-difficulty"))),
                new SealedBlock(new BlockRef(whole("height"), line("id")), Octets.ofHex(line("bytes")), reward()));
    }

    private Optional<Money> reward() {
        if (!lines.containsKey("reward-atoms")) {
            return Optional.empty();
        }
        Asset asset = new Asset(line("reward-asset"), Integer.parseInt(line("reward-decimals")));
        return Optional.of(new Money(new BigInteger(line("reward-atoms")), asset));
    }

    private long whole(String key) {
        return Long.parseLong(line(key));
    }

    private String line(String key) {
        return Optional.ofNullable(lines.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }
}
