/** What a port shows of itself where lines are encrypted: certificates, read from files and read again when they change. */
package org.motherlode.ra.tls;
