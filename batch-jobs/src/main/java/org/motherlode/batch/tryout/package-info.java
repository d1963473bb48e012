/** The job {@code try-payouts}: what would be paid now, and why is somebody not paid. */
package org.motherlode.batch.tryout;
