/** Opening the pools when the server starts, keeping their miners in work, and saying how they are. */
package org.motherlode.ejb.pool;
