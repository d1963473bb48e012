/** The way of accepted shares and found blocks to the listener: numbered, in order, repeated until they are on disk. */
package org.motherlode.ra.delivery;
