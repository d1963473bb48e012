package org.motherlode.ctl.audit;

import java.io.IOException;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.motherlode.ctl.audit.ShareList.Place;
import org.motherlode.ctl.audit.ShareList.Share;
import org.motherlode.model.audit.AuditLine;
import org.motherlode.model.audit.TermsText;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.Scheme;
import org.motherlode.model.reward.Solo;

/** Weighs the window again, from the shares themselves. Keeps a sum for each miner and no shares. */
final class ShareChecks {
    private static final int SHOWN = 5;

    private final Bundle bundle;
    private final Scheme scheme;
    private final Optional<Place> previous;
    private final SortedMap<String, BigInteger> weights = new TreeMap<>();
    private BigInteger filled = BigInteger.ZERO;
    private Optional<Edge> oldest = Optional.empty();

    private record Edge(Place place, BigInteger counted) {}

    private ShareChecks(Bundle bundle) throws UnreadableBundleException {
        this.bundle = bundle;
        try {
            this.scheme = TermsText.read(bundle.fields().group("terms")).scheme();
        } catch (IllegalArgumentException e) {
            throw new UnreadableBundleException(String.valueOf(e.getMessage()));
        }
        this.previous =
                bundle.fields().has("window.previous") ? Optional.of(place("window.previous")) : Optional.empty();
    }

    static void add(Bundle bundle, ShareList shares, Findings findings) throws IOException, UnreadableBundleException {
        ShareChecks checks = new ShareChecks(bundle);
        if (checks.scheme instanceof Solo) {
            findings.holds("by SOLO the finder has all the weight, and no share has any: the shares were not summed");
            return;
        }
        checks.weigh(shares);
        checks.weights(findings);
        checks.edge(findings);
    }

    private void weigh(ShareList shares) throws IOException, UnreadableBundleException {
        Place newest = place("window.newest");
        Optional<Share> next = shares.next();
        while (next.isPresent()) {
            Share share = next.get();
            if (share.place().compareTo(newest) <= 0) {
                BigInteger counted = counted(share);
                if (counted.signum() == 0) {
                    return;
                }
                filled = filled.add(ofShares() ? BigInteger.ONE : counted);
                weights.merge(share.miner(), counted, BigInteger::add);
                oldest = Optional.of(new Edge(share.place(), counted));
            }
            next = shares.next();
        }
    }

    /** How much of a share the window takes; 0 where it has ended. */
    private BigInteger counted(Share share) throws UnreadableBundleException {
        if (scheme instanceof Prop) {
            boolean before = previous.isPresent() && share.place().compareTo(previous.get()) <= 0;
            return before ? BigInteger.ZERO : share.difficulty();
        }
        BigInteger room = bundle.fields().whole("window.size").subtract(filled);
        return ofShares() && room.signum() > 0
                ? share.difficulty()
                : share.difficulty().min(room);
    }

    private boolean ofShares() {
        return scheme.<Boolean>fold(
                pplns -> pplns.length().<Boolean>fold(percent -> false, last -> true), prop -> false, solo -> false);
    }

    private void weights(Findings findings) throws UnreadableBundleException {
        findings.same(
                ofShares() ? "the number of the shares in the window" : "the work of the shares in the window",
                filled,
                bundle.fields().whole("window.filled"));
        SortedMap<String, BigInteger> left = new TreeMap<>(weights);
        List<String> wrong = new ArrayList<>();
        for (AuditLine line : bundle.lines()) {
            BigInteger weight = Optional.ofNullable(left.remove(line.owner())).orElse(BigInteger.ZERO);
            if (!weight.equals(line.weight())) {
                wrong.add(line.owner() + " has shares of " + weight + " and in the bundle " + line.weight());
            }
        }
        left.forEach((owner, weight) -> wrong.add(owner + " has shares of " + weight + " and is not in the bundle"));
        String some = String.join("; ", wrong.subList(0, Math.min(SHOWN, wrong.size())));
        findings.say(
                wrong.isEmpty(),
                "each weight is the sum of the owner's shares",
                "the shares give other weights for " + wrong.size() + " owners: " + some);
    }

    private void edge(Findings findings) throws UnreadableBundleException {
        Optional<Edge> said = bundle.fields().has("window.oldest")
                ? Optional.of(new Edge(place("window.oldest"), bundle.fields().whole("window.oldest.counted")))
                : Optional.empty();
        findings.say(
                said.equals(oldest),
                "the window ends with the share " + words(oldest),
                "the window of these shares ends with the share " + words(oldest) + ", and that of the bundle with "
                        + words(said));
    }

    private static String words(Optional<Edge> edge) {
        return edge.map(oldest -> oldest.place() + ", of which " + oldest.counted() + " counts")
                .orElse("(none)");
    }

    private Place place(String name) throws UnreadableBundleException {
        Fields fields = bundle.fields();
        try {
            return Place.of(List.of(
                    fields.text(name + ".accepted_at"),
                    fields.text(name + ".node"),
                    fields.text(name + ".epoch"),
                    fields.text(name + ".sequence")));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableBundleException(name + " is no share's place: " + e.getMessage());
        }
    }
}
