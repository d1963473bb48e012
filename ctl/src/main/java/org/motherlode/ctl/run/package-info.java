/** A server in production: foreground, data kept, pools read from files. */
package org.motherlode.ctl.run;
