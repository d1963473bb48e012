package org.motherlode.ctl.audit;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.MerkleTree;
import org.motherlode.model.audit.WeightsDigest;
import org.motherlode.model.reward.Allotment;
import org.motherlode.model.reward.Window;

/** Does the division of a whole bundle again. */
final class BlockChecks {
    private final Bundle bundle;
    private final Findings findings;
    private final HeadChecks head;
    private final SortedMap<String, BigInteger> weights = new TreeMap<>();

    private BlockChecks(Bundle bundle, Findings findings) throws UnreadableBundleException {
        this.bundle = bundle;
        this.findings = findings;
        this.head = HeadChecks.of(bundle, findings);
        bundle.lines().stream()
                .filter(line -> line.weight().signum() > 0)
                .forEach(line -> weights.put(line.owner(), line.weight()));
    }

    static Findings of(Bundle bundle) throws UnreadableBundleException {
        Findings findings = new Findings();
        BlockChecks checks = new BlockChecks(bundle, findings);
        checks.owners();
        checks.weights();
        checks.credits();
        checks.root();
        return findings;
    }

    private void owners() throws UnreadableBundleException {
        List<String> wrong = new ArrayList<>();
        String before = "";
        for (AuditLine line : bundle.lines()) {
            if (line.owner().compareTo(before) <= 0) {
                wrong.add(line.owner());
            }
            before = line.owner();
        }
        findings.say(
                wrong.isEmpty(),
                "the owners are in order, each once",
                "not behind the owner before, as they should: " + some(wrong));
        findings.same(
                "the number of owners",
                BigInteger.valueOf(bundle.lines().size()),
                bundle.fields().whole("window.owners"));
    }

    private void weights() throws UnreadableBundleException {
        BigInteger sum = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
        findings.same("the sum of the weights", sum, head.weight());
        String kept = bundle.fields().text("window.weights_sha256");
        String digest = WeightsDigest.of(weights);
        findings.say(
                digest.equals(kept),
                "the digest of the weights is the one that was kept: " + kept,
                "the digest of the weights is " + digest + ", and kept was " + kept);
    }

    private void credits() {
        Optional<Window> window = head.extent().window(head.finder(), weights);
        if (window.isEmpty()) {
            findings.fails("a window of " + head.extent().words() + " cannot have the weights that are there, and is"
                    + " not divided again");
            return;
        }
        Allotment allotment = Allotment.of(head.reward(), window.get(), head.terms());
        SortedMap<String, BigInteger> missing = new TreeMap<>(allotment.credits());
        bundle.lines().forEach(line -> missing.remove(line.owner()));
        List<String> wrong = new ArrayList<>();
        missing.forEach((owner, atoms) -> wrong.add(owner + " should have " + atoms + " and has no line"));
        List<String> remainders = new ArrayList<>();
        BigInteger sum = BigInteger.ZERO;
        for (AuditLine line : bundle.lines()) {
            BigInteger should = allotment.credits().getOrDefault(line.owner(), BigInteger.ZERO);
            if (!should.equals(line.credit())) {
                wrong.add(line.owner() + " should have " + should + " and has " + line.credit());
            }
            BigInteger rest = AuditLine.of(line.owner(), line.weight(), line.credit(), head.shared())
                    .remainder();
            if (!rest.equals(line.remainder())) {
                remainders.add(line.owner() + " should have " + rest + " and has " + line.remainder());
            }
            sum = sum.add(line.credit());
        }
        if (head.divided()) {
            findings.same("the carry", allotment.carry().atoms(), head.carry().atoms());
            findings.same(
                    "the sum of fee, carry and credits",
                    head.reward().atoms(),
                    sum.add(head.fee().atoms()).add(head.carry().atoms()));
        }
        findings.say(wrong.isEmpty(), "each credit is what weights and terms give", "wrong credits: " + some(wrong));
        findings.say(
                remainders.isEmpty(),
                "each remainder is that of its division",
                "wrong remainders: " + some(remainders));
    }

    private void root() throws UnreadableBundleException {
        String root = MerkleTree.of(bundle.lines().stream().map(AuditLine::leaf).toList())
                .root()
                .hex();
        String said = bundle.fields().text("merkle_root");
        findings.say(
                root.equals(said),
                "the Merkle root of the lines is " + said,
                "the Merkle root of the lines is " + root + ", and the bundle says " + said);
    }

    private static String some(List<String> all) {
        int shown = Math.min(all.size(), 5);
        String rest = all.size() > shown ? " and " + (all.size() - shown) + " more" : "";
        return String.join("; ", all.subList(0, shown)) + rest;
    }
}
