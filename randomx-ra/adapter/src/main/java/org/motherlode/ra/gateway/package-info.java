/** The pools at work: what the beans ask for, done on the adapter's own threads. */
package org.motherlode.ra.gateway;
