/** Decisions about payouts in review. */
package org.motherlode.batch.resolve;
