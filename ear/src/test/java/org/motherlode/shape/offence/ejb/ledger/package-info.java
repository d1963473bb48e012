/** Offends on purpose. */
package org.motherlode.shape.offence.ejb.ledger;
