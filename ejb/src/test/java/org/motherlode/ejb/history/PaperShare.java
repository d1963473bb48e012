package org.motherlode.ejb.history;

import java.math.BigInteger;

/** A share that a miner was told of. */
record PaperShare(String miner, BigInteger difficulty) {}
