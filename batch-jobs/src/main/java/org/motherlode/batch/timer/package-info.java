/**
 * Timers that start the jobs when something is due, and take up runs whose process died. Each server has them; for each pool one
 * server looks.
 */
package org.motherlode.batch.timer;
