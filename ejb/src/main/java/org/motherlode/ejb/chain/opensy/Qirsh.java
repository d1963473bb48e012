package org.motherlode.ejb.chain.opensy;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;
import org.motherlode.ejb.chain.JsonFields;
import org.motherlode.model.chain.NodeUnavailableException;
import org.motherlode.model.money.Money;

/** Amounts as the node's wallet writes them: decimal numbers of coins, read digit by digit and never as floating point. */
final class Qirsh {
    /** More than there will ever be; also keeps an exponent from asking for memory. */
    private static final BigDecimal MOST_COINS = new BigDecimal("1e12");

    private Qirsh() {}

    static Money read(JsonFields fields, String name) throws NodeUnavailableException {
        if (fields.json().get(name) instanceof JsonNumber number) {
            BigDecimal coins = number.bigDecimalValue();
            boolean possible = coins.signum() >= 0 && coins.compareTo(MOST_COINS) <= 0 && coins.scale() <= 100;
            BigDecimal qirsh =
                    possible ? coins.movePointRight(OpenSy.SYL.decimals()).stripTrailingZeros() : coins;
            if (possible && qirsh.scale() <= 0) {
                return new Money(qirsh.toBigIntegerExact(), OpenSy.SYL);
            }
        }
        throw new NodeUnavailableException(
                fields.from() + " gave no sensible answer: '" + name + "' is not an amount with at most 8 decimals");
    }

    /** As text with all decimals, which the node reads exactly. */
    static String coins(Money money) {
        return new BigDecimal(money.atoms(), OpenSy.SYL.decimals()).toPlainString();
    }
}
