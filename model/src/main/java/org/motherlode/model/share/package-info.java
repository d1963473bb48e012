/** Accepted shares, their numbers, and their delivery from the adapter to the ledger. */
package org.motherlode.model.share;
