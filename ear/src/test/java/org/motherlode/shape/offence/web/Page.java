package org.motherlode.shape.offence.web;

import org.motherlode.shape.offence.ejb.ledger.Rounded;

/** A spoke that knows another. */
public record Page(Rounded money) {}
