/** Faults of ours that may come back as often as somebody likes: counted each time, told seldom. */
package org.motherlode.ra.trouble;
