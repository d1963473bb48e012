/** Tests of the server image that need the built project. */
package org.motherlode.ctl.server;
