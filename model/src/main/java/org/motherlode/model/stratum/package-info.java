/** The door between the beans and the sockets: templates in, figures out. */
package org.motherlode.model.stratum;
