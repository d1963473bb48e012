/** What the build refuses: each of its rules, tried on an offence that Maven is made to build. */
package org.motherlode.build;
