/** The jobs by which an operator bans and lifts bans: WildFly's command line and console can start jobs. */
package org.motherlode.batch.ban;
