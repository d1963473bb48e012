/** What surrounds the static page: the rules that browsers are told. */
package org.motherlode.web.page;
