/** Projections as JSON: the field names that programs and the page rely on. */
package org.motherlode.web.json;
