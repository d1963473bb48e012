/** The server's figures for Prometheus. */
package org.motherlode.ejb.meter;
