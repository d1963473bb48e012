package org.motherlode.model.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.motherlode.model.money.BasisPoints;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Unfilled;

/**
 * Terms as a bundle has them, by name, and back. The only place that knows the names: terms with more to them are named here,
 * and writer and verifier have them. A name that is not known here is refused, for it might change the division.
 */
public final class TermsText {
    private static final String VERSION = "version";
    private static final String FEE = "fee_basis_points";
    private static final String WINDOW = "window_percent";
    private static final String UNFILLED = "unfilled";

    private TermsText() {}

    public static Map<String, String> of(SchemeTerms terms) {
        Map<String, String> text = new LinkedHashMap<>();
        text.put(VERSION, Integer.toString(terms.version()));
        text.put(FEE, Integer.toString(terms.fee().value()));
        text.put(WINDOW, Integer.toString(terms.windowPercent()));
        text.put(UNFILLED, terms.unfilled().name());
        return Collections.unmodifiableMap(text);
    }

    /** Throws an {@link IllegalArgumentException} that names what is missing, unknown or out of its range. */
    public static SchemeTerms read(Map<String, String> text) {
        SchemeTerms terms = new SchemeTerms(
                number(text, VERSION), new BasisPoints(number(text, FEE)), number(text, WINDOW), unfilled(text));
        TreeSet<String> unknown = new TreeSet<>(text.keySet());
        unknown.removeAll(of(terms).keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException(
                    "the terms have " + unknown + ", which this version of the program does not know");
        }
        return terms;
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
