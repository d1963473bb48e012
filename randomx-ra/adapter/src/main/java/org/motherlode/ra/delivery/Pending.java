package org.motherlode.ra.delivery;

import org.motherlode.model.share.AcceptedShare;

/** A share in line. {@code enteredNanos} is on the clock of {@link System#nanoTime}. */
record Pending(AcceptedShare share, Receipt receipt, long enteredNanos) {}
