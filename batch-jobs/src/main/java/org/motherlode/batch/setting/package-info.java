/** The jobs' own settings, which are system properties of the server. */
package org.motherlode.batch.setting;
