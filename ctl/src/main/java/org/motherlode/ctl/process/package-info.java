/** Child processes: started, waited for, stopped by process id. */
package org.motherlode.ctl.process;
