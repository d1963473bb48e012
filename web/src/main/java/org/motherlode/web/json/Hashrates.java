package org.motherlode.web.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

/** Hash rates for people. */
final class Hashrates {
    private static final List<String> UNITS = List.of("H/s", "kH/s", "MH/s", "GH/s", "TH/s", "PH/s", "EH/s");
    private static final BigInteger THOUSAND = BigInteger.valueOf(1000);

    private Hashrates() {}

    /** Whole hashes per second in the largest unit that leaves at least 1, two decimals, rounded down: 5.00 MH/s. */
    static String formatted(BigInteger hashesPerSecond) {
        int unit = 0;
        BigInteger whole = hashesPerSecond;
        while (whole.compareTo(THOUSAND) >= 0 && unit < UNITS.size() - 1) {
            whole = whole.divide(THOUSAND);
            unit++;
        }
        BigDecimal scaled = new BigDecimal(hashesPerSecond).movePointLeft(3 * unit);
        String digits = scaled.setScale(unit == 0 ? 0 : 2, RoundingMode.DOWN).toPlainString();
        return digits + " " + UNITS.get(unit);
    }
}
