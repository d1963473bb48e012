package org.motherlode.ejb.view;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What audits may cost, and whether they tell the payments' proofs.
 *
 * @param readers queries for audits at the same time, beside those of {@link ViewBounds}
 * @param portion owners that one query reads
 * @param trees blocks whose Merkle tree is remembered; one takes 64 bytes for each owner
 * @param proofs whether a payout's proof is told to anybody
 */
record AuditBounds(int readers, int portion, int trees, boolean proofs) {
    private static final String PROOFS = "motherlode.view.payout-proofs";

    static AuditBounds read(Function<String, @Nullable String> properties) {
        return new AuditBounds(
                (int) ViewBounds.number(properties, "motherlode.view.audit-readers", 1),
                (int) ViewBounds.number(properties, "motherlode.view.audit-portion", 2000),
                (int) ViewBounds.number(properties, "motherlode.view.audit-trees", 4),
                proofs(properties));
    }

    private static boolean proofs(Function<String, @Nullable String> properties) {
        String text = properties.apply(PROOFS);
        return switch (text == null ? "" : text.strip()) {
            case "", "withheld" -> false;
            case "public" -> true;
            default -> throw new IllegalArgumentException(PROOFS + " must be public or withheld, not '" + text + "'");
        };
    }
}
