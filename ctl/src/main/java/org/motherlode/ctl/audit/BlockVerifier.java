package org.motherlode.ctl.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockBundle;

/** Checks a bundle and says in plain words what holds and what does not. */
public final class BlockVerifier {
    private final PrintWriter out;

    public BlockVerifier(PrintWriter out) {
        this.out = out;
    }

    /**
     * What is asked beside the bundle itself.
     *
     * @param miner whose line is to be told
     * @param shares from which the weights are to be summed again
     */
    public record Questions(Optional<String> miner, Optional<BufferedReader> shares) {}

    /** Whether all of it holds. */
    public boolean verify(InputStream in, Questions questions) throws IOException, UnreadableBundleException {
        Bundle bundle = BundleReader.read(in);
        String format = bundle.fields().text("format");
        tell(bundle);
        return switch (format) {
            case BlockBundle.FORMAT -> whole(bundle, questions);
            case BlockBundle.LINE_FORMAT -> line(bundle, questions);
            default ->
                throw new UnreadableBundleException("the format must be " + BlockBundle.FORMAT + " or "
                        + BlockBundle.LINE_FORMAT + ", not '" + format + "'");
        };
    }

    private boolean whole(Bundle bundle, Questions questions) throws IOException, UnreadableBundleException {
        Findings findings = BlockChecks.of(bundle);
        if (questions.shares().isPresent()) {
            ShareChecks.add(bundle, new ShareList(questions.shares().get()), findings);
        }
        if (questions.miner().isPresent()) {
            String miner = questions.miner().get();
            List<AuditLine> lines = bundle.lines();
            IntStream.range(0, lines.size())
                    .filter(index -> lines.get(index).owner().equals(miner))
                    .findFirst()
                    .ifPresentOrElse(
                            index -> findings.holds(words(bundle, lines.get(index), index)),
                            () -> findings.fails(miner + " has no line"));
        }
        return told(findings);
    }

    private boolean line(Bundle bundle, Questions questions) throws UnreadableBundleException {
        if (questions.shares().isPresent()) {
            throw new UnreadableBundleException("one line alone has no other weights: --shares needs the whole bundle");
        }
        Findings findings = LineChecks.of(bundle);
        AuditLine line = LineChecks.line(bundle);
        boolean asked = questions.miner().map(line.owner()::equals).orElse(true);
        findings.say(
                asked,
                words(bundle, line, bundle.fields().small("index")),
                "the line is that of " + line.owner() + ", not of "
                        + questions.miner().orElse(""));
        return told(findings);
    }

    private void tell(Bundle bundle) throws UnreadableBundleException {
        Fields fields = bundle.fields();
        out.println("Block " + fields.text("block.height") + " of pool " + fields.text("pool") + " on "
                + fields.text("chain") + ", " + fields.text("block.hash") + ", is " + fields.text("block.state")
                + fields.maybe("division.standing")
                        .map(standing -> "; its division is " + standing)
                        .orElse(""));
    }

    private static String words(Bundle bundle, AuditLine line, int index) {
        Fields fields = bundle.fields();
        BigDecimal coins = new BigDecimal(
                line.credit(), Integer.parseInt(fields.maybe("asset_decimals").orElse("0")));
        return line.owner() + " is number " + (index + 1) + " of "
                + fields.maybe("window.owners").orElse("") + ", with a weight of " + line.weight() + ", and got "
                + line.credit() + " atoms, " + coins.toPlainString() + " "
                + fields.maybe("asset").orElse("");
    }

    private boolean told(Findings findings) {
        findings.all().forEach(finding -> out.println((finding.holds() ? "holds  " : "WRONG  ") + finding.words()));
        out.println(findings.hold() ? "All of it holds." : "Not all of it holds.");
        return findings.hold();
    }
}
