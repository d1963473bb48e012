/** Bans between the adapters, the cluster's cache and their home, the table {@code ban}. */
package org.motherlode.ejb.ban;
