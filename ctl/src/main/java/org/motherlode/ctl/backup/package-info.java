/** A pool's database in one file, proved before it is needed, and put back without paying anybody twice. */
package org.motherlode.ctl.backup;
