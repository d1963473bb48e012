package org.motherlode.shape.offence.stratum.dialect.one;

import org.motherlode.shape.offence.stratum.dialect.two.Two;

/** A dialect that knows another. */
public record One(Two two) {}
