/** Locks over all nodes, by PostgreSQL's advisory locks and a rising number. */
package org.motherlode.ejb.lock;
