package org.motherlode.ejb.settlement;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.motherlode.ctl.audit.BlockVerifier;
import org.motherlode.ctl.audit.UnreadableBundleException;
import org.motherlode.ejb.view.OpenAudits;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockAudit;
import org.motherlode.model.audit.BlockBundle;
import org.motherlode.model.audit.LineAudit;
import org.motherlode.model.view.Audits;
import org.postgresql.PGConnection;

/** What anybody gets to see of a block, and what the verifier says of that. Lines are read three at a time. */
record AuditedPool(SettledPool pool, DataSource source) {
    private static final Path DOCUMENT = Path.of("..", "docs", "audit.md");

    Optional<BlockAudit> audit(long block) {
        return audits().block(pool.name, block);
    }

    BlockAudit.Division division(long block) {
        return audit(block).orElseThrow().division().orElseThrow();
    }

    SortedMap<String, BigInteger> credits(long block) {
        SortedMap<String, BigInteger> credits = new TreeMap<>();
        audits().lines(audit(block).orElseThrow()).each(line -> credits.put(line.owner(), line.credit()));
        return credits;
    }

    /** The last line is the verifier's judgement. */
    List<String> told(long block, Optional<String> shares) {
        Audits audits = audits();
        BlockAudit audit = audits.block(pool.name, block).orElseThrow();
        return told(TextSink.bytes(sink -> BlockBundle.write(audit, audits.lines(audit), sink)), shares);
    }

    List<String> toldOfLine(long block, String owner) {
        Audits audits = audits();
        LineAudit line =
                audits.line(audits.block(pool.name, block).orElseThrow(), owner).orElseThrow();
        return told(TextSink.bytes(sink -> BlockBundle.write(line, sink)), Optional.empty());
    }

    List<AuditLine> lines(long block) {
        Audits audits = audits();
        List<AuditLine> lines = new ArrayList<>();
        audits.lines(audits.block(pool.name, block).orElseThrow()).each(lines::add);
        return lines;
    }

    /** By the SQL of docs/audit.md. */
    String shares(long block) {
        StringWriter shares = new StringWriter();
        try (Connection connection = source.getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(sql().replace(":block", Long.toString(block)), shares);
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
        return shares.toString();
    }

    private Audits audits() {
        return OpenAudits.of(source, pool.name, SettledPool.XMR, 3);
    }

    private static List<String> told(byte[] bundle, Optional<String> shares) {
        StringWriter words = new StringWriter();
        try {
            new BlockVerifier(new PrintWriter(words, true))
                    .verify(
                            new ByteArrayInputStream(bundle),
                            new BlockVerifier.Questions(
                                    Optional.empty(), shares.map(list -> new BufferedReader(new StringReader(list)))));
        } catch (UnreadableBundleException | IOException e) {
            throw new AssertionError(e);
        }
        return words.toString().lines().toList();
    }

    private static String sql() throws IOException {
        String text = Files.readString(DOCUMENT);
        int begin = text.indexOf("```sql\nCOPY") + 7;
        return text.substring(begin, text.indexOf("```", begin));
    }
}
