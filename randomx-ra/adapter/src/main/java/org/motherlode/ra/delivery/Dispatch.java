package org.motherlode.ra.delivery;

import org.motherlode.ra.statistics.Figures;
import org.motherlode.ra.trouble.Troubles;

/** What both couriers work with. */
public record Dispatch(DeliverySettings settings, Listeners listeners, Figures figures, Troubles troubles) {}
