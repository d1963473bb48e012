/** What people may read, by SQL on the database that earns the money: bounded, timed out, and cached for a few seconds. */
package org.motherlode.ejb.view;
