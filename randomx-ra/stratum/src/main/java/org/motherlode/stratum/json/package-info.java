/** JSON as strangers send it and as they may see it: streaming, with every bound set. */
package org.motherlode.stratum.json;
