package org.motherlode.ctl.audit;

import java.math.BigInteger;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.BlockAudit.Gifts;
import org.motherlode.model.audit.Fingerprint;
import org.motherlode.model.audit.TermsText;
import org.motherlode.model.money.Asset;
import org.motherlode.model.money.Money;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Solo;
import org.motherlode.model.work.Difficulty;

/**
 * What every bundle has before its lines.
 *
 * @param divided whether a reward was divided; without it {@code reward}, {@code fee} and {@code carry} are nothing
 */
record HeadChecks(
        SchemeTerms terms, String finder, Extent extent, boolean divided, Money reward, Money fee, Money carry) {

    static HeadChecks of(Bundle bundle, Findings findings) throws UnreadableBundleException {
        Fields fields = bundle.fields();
        String sealed = fields.text(Fingerprint.FIELD);
        findings.say(
                sealed.equals(bundle.fingerprint()),
                "the file is whole: its fingerprint is " + sealed,
                "the file is not what was written: its fingerprint says " + sealed + ", and its content has "
                        + bundle.fingerprint());
        HeadChecks head = read(fields);
        head.window(fields, findings);
        head.division(fields, findings);
        return head;
    }

    private static HeadChecks read(Fields fields) throws UnreadableBundleException {
        try {
            Asset asset = new Asset(fields.text("asset"), fields.small("asset_decimals"));
            boolean divided = fields.has("division");
            Money none = Money.zero(asset);
            return new HeadChecks(
                    TermsText.read(fields.group("terms")),
                    fields.text("block.finder"),
                    Extent.read(fields),
                    divided,
                    divided ? new Money(fields.whole("division.reward"), asset) : none,
                    divided ? new Money(fields.whole("division.fee"), asset) : none,
                    divided ? new Money(fields.whole("division.carry"), asset) : none);
        } catch (IllegalArgumentException e) {
            throw new UnreadableBundleException(String.valueOf(e.getMessage()));
        }
    }

    private void window(Fields fields, Findings findings) throws UnreadableBundleException {
        BigInteger difficulty = fields.whole("block.difficulty");
        if (difficulty.signum() == 0) {
            throw new UnreadableBundleException("block.difficulty must be above 0");
        }
        extent.check(terms, new Difficulty(difficulty), findings);
        oldest(fields, findings);
        boolean rounds = terms.scheme() instanceof Prop;
        boolean previous = fields.has("window.previous");
        findings.say(
                rounds || !previous,
                previous
                        ? "the round begins after the block " + fields.text("window.previous.block")
                        : "no block before ended a round",
                "by " + terms.scheme().title() + " there are no rounds, and the bundle names the block that ended one");
    }

    private void oldest(Fields fields, Findings findings) throws UnreadableBundleException {
        boolean hasOldest = fields.has("window.oldest");
        boolean needsOldest = weight().signum() > 0 && !(terms.scheme() instanceof Solo);
        findings.say(
                hasOldest == needsOldest,
                hasOldest ? "the window has an oldest share" : "the window has no share, and none is named",
                "a window that is filled to " + extent.filled() + (hasOldest ? " names" : " does not name")
                        + " an oldest share");
        if (hasOldest) {
            BigInteger counted = fields.whole("window.oldest.counted");
            findings.say(
                    counted.signum() > 0 && counted.compareTo(weight()) <= 0,
                    "of the oldest share " + counted + " counts",
                    "of the oldest share " + counted + " cannot count in a window whose weights are " + weight());
        }
    }

    private void division(Fields fields, Findings findings) throws UnreadableBundleException {
        if (!divided) {
            findings.say(
                    fields.maybe("block.final_reward").isEmpty(),
                    "no reward is known yet, and none was divided",
                    "the block has a final reward, and none was divided");
            return;
        }
        String standing = fields.text("division.standing");
        boolean matured = standing.equals("MATURE") || standing.equals("LOST");
        BigInteger of = fields.whole(matured ? "block.final_reward" : "block.expected_reward");
        findings.same(
                "the reward that was divided, the " + (matured ? "final" : "expected") + " one,", of, reward.atoms());
        findings.same(
                "the pool's fee, " + terms.fee().value() + " basis points of it,",
                terms.fee().of(reward).atoms(),
                fee.atoms());
        findings.same("the donation", gifts().donation(), fields.whole("division.donation"));
        findings.same("the finder's bonus", gifts().bonus(), fields.whole("division.bonus"));
        findings.same(
                "what the owners share, without fee, donation, bonus and carry,",
                shared().atoms(),
                fields.whole("division.shared"));
    }

    BigInteger weight() {
        return extent.weight();
    }

    /** As the terms give them. */
    private Gifts gifts() {
        return Gifts.of(reward, terms);
    }

    /** What an owner gets of finder's bonus and donation. */
    BigInteger gift(String owner) {
        return gifts().to(owner, finder, terms);
    }

    /** What is left for the owners. Below zero if fee and carry are more than the reward. */
    AuditLine.Shared shared() {
        BigInteger left = reward.atoms()
                .subtract(fee.atoms())
                .subtract(gifts().donation())
                .subtract(gifts().bonus());
        return new AuditLine.Shared(left.subtract(carry.atoms()), weight());
    }
}
