/** What a connection costs in memory that does nothing but be there, and what thousands leave behind that came and went. */
package org.motherlode.bench.idle;
