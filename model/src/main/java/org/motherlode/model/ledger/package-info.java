/** Double entry: accounts, transfers, and the port that posts them. */
package org.motherlode.model.ledger;
