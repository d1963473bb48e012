package org.motherlode.model.stratum;

import org.motherlode.model.chain.AddressParser;
import org.motherlode.model.pow.PowId;

/** What the adapter must know of a pool's chain before the first template: whom to let in, and which function to prepare. */
public record PoolDoor(AddressParser addresses, PowId pow) {}
