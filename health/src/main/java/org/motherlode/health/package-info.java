/** MicroProfile health checks; WildFly finds them in {@code EAR/lib} and nowhere else in an EAR. */
package org.motherlode.health;
