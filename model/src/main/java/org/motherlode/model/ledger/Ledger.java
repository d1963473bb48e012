package org.motherlode.model.ledger;

import java.math.BigInteger;
import java.util.List;
import org.motherlode.model.lock.Fence;

/** Posts transfers and keeps balances. Joins the caller's transaction and demands one. */
public interface Ledger {
    /**
     * Posts all or none. A transfer whose id is there already must be equal to it in every column, and is then skipped.
     *
     * @throws org.motherlode.model.lock.FencedOffException if a newer holder of the lock exists
     * @throws IllegalStateException if an account would be overdrawn, or a known id comes with other content
     */
    void post(Fence fence, List<Transfer> transfers);

    /** Credits minus debits in atoms; zero for an account that was never used. */
    BigInteger balance(Account account);
}
