package org.motherlode.ejb.share;

import java.io.StringReader;
import org.motherlode.model.share.AcceptedShare;
import org.motherlode.model.share.ShareBatch;

/** Shares as PostgreSQL's COPY wants them: a line per row, fields between tabs, backslash escapes. */
final class CopyText {
    static final String COMMAND =
            "COPY pool_share (pool, node, epoch, sequence, accepted_at, miner, worker, difficulty,"
                    + " height, hash) FROM STDIN";

    private final StringBuilder lines = new StringBuilder(4096);
    private long rows;

    void add(ShareBatch batch) {
        batch.shares().forEach(this::add);
    }

    long rows() {
        return rows;
    }

    StringReader reader() {
        return new StringReader(lines.toString());
    }

    private void add(AcceptedShare share) {
        field(share.pool().text());
        field(Integer.toString(share.number().node()));
        field(Long.toString(share.number().epoch()));
        field(Long.toString(share.number().sequence()));
        field(share.acceptedAt().toString());
        field(share.miner().text());
        field(share.worker());
        field(share.difficulty().toString());
        field(Long.toString(share.height()));
        lines.append("\\\\x").append(share.hash().hex()).append('\n');
        rows++;
    }

    private void field(String text) {
        for (int i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
        lines.append('\t');
    }

    private void escape(char character) {
        switch (character) {
            case '\\' -> lines.append("\\\\");
            case '\t' -> lines.append("\\t");
            case '\n' -> lines.append("\\n");
            case '\r' -> lines.append("\\r");
            default -> lines.append(Storable.of(character));
        }
    }
}
