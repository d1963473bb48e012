/** The programs for those who mine: no server is needed to run them. */
package org.motherlode.coopmine;
