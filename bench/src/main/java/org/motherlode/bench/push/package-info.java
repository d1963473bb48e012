/** From a new template to the last of thousands of miners that has its job. */
package org.motherlode.bench.push;
