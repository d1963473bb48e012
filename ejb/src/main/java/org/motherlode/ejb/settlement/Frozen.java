package org.motherlode.ejb.settlement;

import java.math.BigInteger;
import java.util.Optional;
import org.motherlode.model.reward.SchemeTerms;
import org.motherlode.model.reward.Window;

/** What was decided about a block once and for all. */
record Frozen(SchemeTerms terms, Window window, Optional<BigInteger> reward) {}
