package org.motherlode.model.reward;

import java.math.BigInteger;

/** A share as the window sees it. */
public record Weighted(String owner, BigInteger weight) {}
