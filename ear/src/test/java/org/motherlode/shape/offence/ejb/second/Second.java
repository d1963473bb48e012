package org.motherlode.shape.offence.ejb.second;

import org.motherlode.shape.offence.ejb.first.First;

/** The other half. */
public record Second(First other) {}
