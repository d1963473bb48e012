/** What the user gets to see. */
package org.motherlode.coopmine.report;
