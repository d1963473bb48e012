/** The folder that everything is written to, the programs that must be there, and the build. */
package org.motherlode.ctl.work;
