/** Listening sockets and lines: the only place of the adapter that knows the socket library. */
package org.motherlode.ra.socket;
