/** The control program behind {@code ./motherlode}: one command, one class. */
package org.motherlode.ctl;
