package org.motherlode.shape.offence.ejb.ledger;

/** Money that rounds itself. */
public record Rounded(double amount) {}
