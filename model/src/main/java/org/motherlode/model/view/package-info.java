/** What people and programs may read: projections, never written from outside. */
package org.motherlode.model.view;
