package org.motherlode.shape.offence.ejb.chain.two;

/** A chain. */
public record Two() {}
