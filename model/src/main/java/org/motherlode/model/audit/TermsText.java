package org.motherlode.model.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.motherlode.model.chain.MinerAddress;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.reward.Donation;
import org.motherlode.model.reward.Pplns;
import org.motherlode.model.reward.Prop;
import org.motherlode.model.reward.Scheme;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Solo;
import org.motherlode.model.reward.Unfilled;
import org.motherlode.model.reward.WindowLength;

/**
 * Terms as a bundle has them, by name, and back. The only place that knows the names: terms with more to them are named here,
 * and writer and verifier have them. A name that is not known here is refused, for it might change the division; so is one
 * that the scheme does not have.
 */
public final class TermsText {
    private static final String VERSION = "version";
    private static final String SCHEME = "scheme";
    private static final String FEE = "fee_basis_points";
    private static final String PERCENT = "window_percent";
    private static final String SHARES = "window_shares";
    private static final String UNFILLED = "unfilled";
    private static final String BONUS = "finder_bonus_basis_points";
    private static final String DONATION = "donation_basis_points";
    private static final String DONATE_TO = "donation_address";

    private TermsText() {}

    public static Map<String, String> of(SchemeTerms terms) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put(VERSION, Integer.toString(terms.version()));
        text.put(SCHEME, terms.scheme().title());
        text.put(FEE, Integer.toString(terms.fee().value()));
        text.putAll(terms.scheme().fold(TermsText::pplns, prop -> Map.of(), solo -> Map.of()));
        terms.donation().ifPresent(gift -> {
            text.put(DONATION, Integer.toString(gift.part().value()));
            text.put(DONATE_TO, gift.to().text());
        });
        return Collections.unmodifiableMap(text);
    }

    private static Map<String, String> pplns(Pplns pplns) {
        Map<String, String> text = new LinkedHashMap<>();
        text.putAll(pplns.length()
                .fold(
                        of -> Map.of(PERCENT, Integer.toString(of.percent())),
                        of -> Map.of(SHARES, Integer.toString(of.shares()))));
        text.put(UNFILLED, pplns.unfilled().name());
        text.put(BONUS, Integer.toString(pplns.finderBonus().value()));
        return text;
    }

    /** Throws an {@link IllegalArgumentException} that names what is missing, unknown or out of its range. */
    public static SchemeTerms read(Map<String, String> text) {
        SchemeTerms terms = new SchemeTerms(
                number(text, VERSION), new BasisPoints(number(text, FEE)), donation(text), scheme(text));
        TreeSet<String> unknown = new TreeSet<>(text.keySet());
        unknown.removeAll(of(terms).keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("the terms of " + terms.scheme().title() + " have " + unknown
                    + ", which this version of the program does not know");
        }
        return terms;
    }

    private static Scheme scheme(Map<String, String> text) {
        String value = there(text, SCHEME);
        return switch (value) {
            case "PPLNS" -> new Pplns(length(text), unfilled(text), new BasisPoints(number(text, BONUS)));
            case "PROP" -> new Prop();
            case "SOLO" -> new Solo();
            default ->
                throw new IllegalArgumentException("terms.scheme must be PPLNS, PROP or SOLO, not '" + value + "'");
        };
    }

    private static WindowLength length(Map<String, String> text) {
        return text.containsKey(SHARES)
                ? new WindowLength.Shares(number(text, SHARES))
                : new WindowLength.Percent(number(text, PERCENT));
    }

    private static Optional<Donation> donation(Map<String, String> text) {
        return text.containsKey(DONATION) || text.containsKey(DONATE_TO)
                ? Optional.of(
                        new Donation(new BasisPoints(number(text, DONATION)), new MinerAddress(there(text, DONATE_TO))))
                : Optional.empty();
    }

    private static int number(Map<String, String> text, String name) {
        String value = there(text, name);
        if (!value.matches("0|[1-9][0-9]{0,8}")) {
            throw new IllegalArgumentException("terms." + name + " must be a whole number, not '" + value + "'");
        }
        return Integer.parseInt(value);
    }

    private static Unfilled unfilled(Map<String, String> text) {
        String value = there(text, UNFILLED);
        return switch (value) {
            case "SCALE" -> Unfilled.SCALE;
            case "CARRY" -> Unfilled.CARRY;
            default -> throw new IllegalArgumentException("terms.unfilled must be SCALE or CARRY, not '" + value + "'");
        };
    }

    private static String there(Map<String, String> text, String name) {
        String value = text.get(name);
        if (value == null) {
            throw new IllegalArgumentException("the terms have no " + name);
        }
        return value;
    }
}
