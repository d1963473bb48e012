package org.motherlode.model.stratum;

import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.pow.PowId;
import org.motherlode.model.pow.PowPlan;

/** What the adapter must know of a pool's chain before the first template: whom to let in, and which functions to prepare. */
public record PoolDoor(AddressParser addresses, PowPlan pow) {
    /** Of a chain that has one function for ever. */
    public PoolDoor(AddressParser addresses, PowId pow) {
        this(addresses, PowPlan.only(pow));
    }
}
