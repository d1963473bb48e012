package org.motherlode.ctl.audit;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fields by name.
 *
 * @param of what, for sentences: empty, or with a space behind it
 */
record Fields(String of, Map<String, String> values) {
    static final String WHOLE_NUMBER = "0|[1-9][0-9]{0,99}";

    String text(String name) throws UnreadableBundleException {
        return maybe(name).orElseThrow(() -> new UnreadableBundleException(of + "the field " + name + " is missing"));
    }

    Optional<String> maybe(String name) {
        return Optional.ofNullable(values.get(name));
    }

    BigInteger whole(String name) throws UnreadableBundleException {
        String text = text(name);
        if (!text.matches(WHOLE_NUMBER)) {
            throw new UnreadableBundleException(of + name + " must be a whole number, not '" + text + "'");
        }
        return new BigInteger(text);
    }

    int small(String name) throws UnreadableBundleException {
        BigInteger number = whole(name);
        if (number.bitLength() > 31) {
            throw new UnreadableBundleException(of + name + " is too large: " + number);
        }
        return number.intValueExact();
    }

    boolean has(String group) {
        return values.keySet().stream().anyMatch(name -> name.startsWith(group + '.'));
    }

    /** Those that belong to this name, without it. */
    Map<String, String> group(String group) {
        Map<String, String> fields = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith(group + '.')) {
                fields.put(name.substring(group.length() + 1), value);
            }
        });
        return fields;
    }
}
