/** The lives of a node: every start has a larger number than all starts before. */
package org.motherlode.ra.epoch;
