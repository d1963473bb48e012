/** The double-entry ledger in PostgreSQL. */
package org.motherlode.ejb.ledger;
