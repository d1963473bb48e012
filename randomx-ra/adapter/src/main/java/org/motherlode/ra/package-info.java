/** The resource adapter: joins sockets, verification and delivery, and hands them to the application server. */
package org.motherlode.ra;
