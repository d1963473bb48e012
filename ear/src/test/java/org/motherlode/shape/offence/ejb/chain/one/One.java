package org.motherlode.shape.offence.ejb.chain.one;

import org.motherlode.shape.offence.ejb.chain.two.Two;

/** A chain that knows another. */
public record One(Two two) {}
