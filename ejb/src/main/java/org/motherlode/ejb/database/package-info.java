/** Plain SQL over a data source, with the types of the model. */
package org.motherlode.ejb.database;
