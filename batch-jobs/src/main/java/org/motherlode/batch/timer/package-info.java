/** Timers that start the jobs when something is due, and take up runs whose process died. */
package org.motherlode.batch.timer;
