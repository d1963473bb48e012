/** Accepted shares on their way from the adapter to the database: first on disk in a queue, then in tables, in full. */
package org.motherlode.ejb.share;
