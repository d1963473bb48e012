package org.motherlode.web.json;

import java.math.BigDecimal;
import org.motherlode.model.money.Money;

/** Amounts for JSON: always text, because a JSON number loses digits in most programs that read it. */
final class Amounts {
    private Amounts() {}

    /** With all decimals of the asset and without its code: {@code 0.350000000000}. */
    static String decimal(Money money) {
        return new BigDecimal(money.atoms(), money.asset().decimals()).toPlainString();
    }

    /** For people, without needless zeros: {@code 0.35 XMR}. */
    static String brief(Money money) {
        BigDecimal exact = new BigDecimal(money.atoms(), money.asset().decimals()).stripTrailingZeros();
        return exact.toPlainString() + " " + money.asset().code();
    }
}
