/** Locks over all nodes of a cluster, with fence numbers. */
package org.motherlode.model.lock;
