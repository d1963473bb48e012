/** Lines out of a stream of bytes, none longer than was agreed. */
package org.motherlode.stratum.frame;
