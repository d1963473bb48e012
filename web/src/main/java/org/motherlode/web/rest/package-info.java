/** The JSON interface at {@code /api}: projections in, documents with a short life out. */
package org.motherlode.web.rest;
