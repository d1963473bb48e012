/** Timers and the runs that they start. */
package org.motherlode.batch.timer;
