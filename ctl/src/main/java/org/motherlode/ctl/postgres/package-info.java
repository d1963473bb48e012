/** A real PostgreSQL of our own, unpacked from the class path, and the migrations of any PostgreSQL. */
package org.motherlode.ctl.postgres;
