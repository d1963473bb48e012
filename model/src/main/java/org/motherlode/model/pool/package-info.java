/** A pool as its operator defines it. */
package org.motherlode.model.pool;
