package org.motherlode.ctl.audit;

import java.math.BigInteger;
import java.util.List;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.MerkleTree;
import org.motherlode.model.bytes.Octets;

/** Checks one owner's line without the others: its part of what is shared, and its way to the root. */
final class LineChecks {
    private static final String HASH = "[0-9a-f]{64}";

    private LineChecks() {}

    static AuditLine line(Bundle bundle) throws UnreadableBundleException {
        return BundleReader.line(new Fields("", bundle.fields().group("line")));
    }

    static Findings of(Bundle bundle) throws UnreadableBundleException {
        Findings findings = new Findings();
        HeadChecks head = HeadChecks.of(bundle, findings);
        AuditLine line = line(bundle);
        findings.say(
                line.weight().compareTo(head.weight()) <= 0,
                line.owner() + " has " + line.weight() + " of " + head.weight(),
                line.owner() + " cannot have " + line.weight() + " of " + head.weight());
        part(line, head, findings);
        root(bundle, line, findings);
        return findings;
    }

    private static void part(AuditLine line, HeadChecks head, Findings findings) {
        if (head.shared().atoms().signum() < 0
                || (head.weight().signum() == 0 && line.weight().signum() > 0)) {
            findings.fails("there is nothing of which the line could be a part");
            return;
        }
        BigInteger[] part = head.shared()
                .atoms()
                .multiply(line.weight())
                .divideAndRemainder(head.weight().max(BigInteger.ONE));
        findings.same("the remainder", part[1], line.remainder());
        BigInteger gift = head.gift(line.owner());
        BigInteger more = line.credit().subtract(gift).subtract(part[0]);
        boolean rounded = more.signum() == 0 || (more.equals(BigInteger.ONE) && part[1].signum() > 0);
        String beside = gift.signum() == 0 ? "" : ", and " + gift + " of finder's bonus and donation beside it";
        findings.say(
                rounded,
                "the credit is the part rounded down" + (more.signum() == 0 ? "" : ", and one of the atoms left over")
                        + beside,
                "the part is " + part[0] + ", or one more" + beside + ", and the credit " + line.credit());
    }

    private static void root(Bundle bundle, AuditLine line, Findings findings) throws UnreadableBundleException {
        String said = bundle.fields().text("merkle_root");
        int index = bundle.fields().small("index");
        int owners = bundle.fields().small("window.owners");
        for (String step : bundle.path()) {
            if (!step.matches(HASH)) {
                throw new UnreadableBundleException("a hash of the path must be 64 hex digits, not '" + step + "'");
            }
        }
        List<Octets> path = bundle.path().stream().map(Octets::ofHex).toList();
        try {
            String root = MerkleTree.root(line.leaf(), index, owners, path).hex();
            findings.say(
                    root.equals(said),
                    "the line, number " + (index + 1) + " of " + owners + ", leads to the Merkle root " + said,
                    "the line leads to the Merkle root " + root + ", and the bundle says " + said);
        } catch (IllegalArgumentException e) {
            findings.fails("the line leads to no Merkle root: " + e.getMessage());
        }
    }
}
