/** Found blocks: made durable, given to the node at once, and followed until the chain has decided. */
package org.motherlode.ejb.block;
