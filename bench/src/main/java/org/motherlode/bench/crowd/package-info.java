/** A mixed crowd for some time: honest miners of all sizes, late ones, ones that come and go, ones that send rubbish. */
package org.motherlode.bench.crowd;
