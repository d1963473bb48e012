/** What the adapter counts and measures, for the beans, the console and the command line alike. */
package org.motherlode.ra.statistics;
