package org.motherlode.ra.session;

import java.util.function.LongSupplier;
import org.motherlode.ra.delivery.RefusedTally;
import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.verify.Jury;
import org.motherlode.ra.verify.Verifier;

/**
 * What sessions of all pools share.
 *
 * @param millis a clock that only goes forward
 */
public record Services(
        SessionSettings settings,
        Verifier verifier,
        Jury jury,
        Crediting crediting,
        RefusedTally refused,
        Figures figures,
        LongSupplier millis) {}
