package org.motherlode.model.money;

/**
 * What a pool pays in. An atom is the smallest unit that the chain knows; {@code decimals} only says where people put
 * the point (Monero 12, OpenSY 8, Ducros 18) and never enters a calculation.
 */
public record Asset(String code, int decimals) {
    public Asset {
        if (!code.matches("[A-Z][A-Z0-9]{1,9}")) {
            throw new IllegalArgumentException("asset code must be 2 to 10 capital letters or digits: " + code);
        }
        if (decimals < 0 || decimals > 30) {
            throw new IllegalArgumentException("asset decimals must be 0 to 30: " + decimals);
        }
    }
}
