package org.motherlode.shape.offence.stratum.dialect.two;

/** A dialect. */
public record Two() {}
