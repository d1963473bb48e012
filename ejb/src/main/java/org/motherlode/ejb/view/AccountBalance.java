package org.motherlode.ejb.view;

import java.math.BigInteger;

/** An account's kind, in the ledger's words, with its balance in atoms. */
record AccountBalance(String kind, BigInteger balance) {}
