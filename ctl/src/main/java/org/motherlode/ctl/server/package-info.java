/** WildFly as Motherlode runs it: an image made from the official distribution, servers on it, and their console. */
package org.motherlode.ctl.server;
