package org.motherlode.model.audit;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Consumer;
import org.motherlode.model.bytes.Octets;

/** The order and the names of a block's bundle, and of one owner's line. A change that readers must know of is a new format. */
public final class BlockBundle {
    /** Of the bundle of a whole block. */
    public static final String FORMAT = "motherlode-block-audit/1";
    /** Of the line of one owner with its path to the root. */
    public static final String LINE_FORMAT = "motherlode-line-audit/1";

    private BlockBundle() {}

    /** The lines of a block in order of owner; each is given away as soon as it is there. */
    @FunctionalInterface
    public interface Lines {
        void each(Consumer<AuditLine> taker);
    }

    /** Writes the bundle. Of the lines no more is kept than their hashes. */
    public static void write(BlockAudit audit, Lines lines, BundleSink to) {
        SealedSink sink = new SealedSink(to);
        head(FORMAT, audit, sink);
        MerkleTree.Builder tree = new MerkleTree.Builder();
        sink.beginList("lines");
        lines.each(line -> {
            tree.add(line.leaf());
            sink.beginItem();
            line(line, sink);
            sink.end();
        });
        sink.end();
        sink.put("merkle_root", tree.build().root().hex());
        sink.seal();
    }

    /** Writes one owner's line, with what leads from it to the root. */
    public static void write(LineAudit audit, BundleSink to) {
        SealedSink sink = new SealedSink(to);
        head(LINE_FORMAT, audit.block(), sink);
        sink.begin("line");
        line(audit.line(), sink);
        sink.end();
        sink.put("index", Integer.toString(audit.index()));
        sink.beginList("path");
        audit.path().stream().map(Octets::hex).forEach(sink::item);
        sink.end();
        sink.put("merkle_root", audit.root().hex());
        sink.seal();
    }

    private static void head(String format, BlockAudit audit, BundleSink sink) {
        sink.put("format", format);
        sink.put("pool", audit.pool().text());
        sink.put("chain", audit.chain().name());
        sink.put("asset", audit.asset().code());
        sink.put("asset_decimals", Integer.toString(audit.asset().decimals()));
        block(audit.block(), sink);
        sink.begin("terms");
        TermsText.of(audit.terms()).forEach(sink::put);
        sink.end();
        window(audit.window(), sink);
        division(audit, sink);
    }

    private static void block(BlockAudit.Block block, BundleSink sink) {
        sink.begin("block");
        sink.put("id", Long.toString(block.id()));
        sink.put("height", Long.toString(block.height()));
        sink.put("hash", block.hash());
        sink.put("state", block.state().name());
        sink.put("finder", block.finder());
        sink.put("found_at", block.foundAt().toString());
        sink.put("difficulty", block.difficulty().toString());
        maybe("expected_reward", block.expected(), sink);
        maybe("final_reward", block.paid(), sink);
        sink.end();
    }

    private static void window(BlockAudit.Window window, BundleSink sink) {
        sink.begin("window");
        sink.put("unit", window.extent().unit().name());
        sink.put("size", window.extent().size().toString());
        sink.put("filled", window.extent().filled().toString());
        sink.put("weight", window.weight().toString());
        window.extent().previous().ifPresent(previous -> {
            sink.begin("previous");
            sink.put("block", Long.toString(previous.block()));
            place(previous.place(), sink);
            sink.end();
        });
        sink.begin("newest");
        place(window.newest(), sink);
        sink.end();
        window.oldest().ifPresent(edge -> {
            sink.begin("oldest");
            place(edge.place(), sink);
            sink.put("counted", edge.counted().toString());
            sink.end();
        });
        sink.put("owners", Integer.toString(window.owners()));
        sink.put("weights_sha256", window.weightsSha256());
        sink.end();
    }

    private static void division(BlockAudit audit, BundleSink sink) {
        audit.division().ifPresent(division -> {
            sink.begin("division");
            sink.put("event", division.event());
            sink.put("standing", division.standing().name());
            sink.put("reward", division.reward().toString());
            sink.put("fee", division.fee().toString());
            sink.put("donation", division.gifts().donation().toString());
            sink.put("bonus", division.gifts().bonus().toString());
            sink.put("carry", division.carry().toString());
            sink.put("shared", division.shared().toString());
            sink.end();
        });
    }

    private static void place(BlockAudit.Place place, BundleSink sink) {
        sink.put("accepted_at", place.acceptedAt().toString());
        sink.put("node", Integer.toString(place.number().node()));
        sink.put("epoch", Long.toString(place.number().epoch()));
        sink.put("sequence", Long.toString(place.number().sequence()));
    }

    private static void line(AuditLine line, BundleSink sink) {
        sink.put("owner", line.owner());
        sink.put("weight", line.weight().toString());
        sink.put("credit", line.credit().toString());
        sink.put("remainder", line.remainder().toString());
    }

    private static void maybe(String name, Optional<BigInteger> value, BundleSink sink) {
        value.ifPresent(atoms -> sink.put(name, atoms.toString()));
    }
}
