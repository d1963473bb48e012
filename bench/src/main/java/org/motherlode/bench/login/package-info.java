/** How many miners a server lets in a second when thousands come at once, as after a restart. */
package org.motherlode.bench.login;
