/** What a measurement leaves behind: a file of comma-separated values, a table for people, and what machine it was. */
package org.motherlode.bench.report;
