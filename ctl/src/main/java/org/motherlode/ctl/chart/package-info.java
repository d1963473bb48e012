/** Curves as an SVG picture, without a library. Pictures are looked at, not counted with, so they may use floating point. */
package org.motherlode.ctl.chart;
