/** Found blocks on this node's disk, from the moment they are verified until the listener has them. */
package org.motherlode.ra.found;
