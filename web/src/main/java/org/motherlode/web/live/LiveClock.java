package org.motherlode.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Ticks every two seconds while the web application is there. */
@WebListener
public class LiveClock implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(LiveClock.class);
    private static final long TICK_SECONDS = 2;

    @Inject
    Live live;

    @Resource
    ManagedScheduledExecutorService scheduler;

    private Optional<ScheduledFuture<?>> ticking = Optional.empty();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ticking =
                Optional.of(scheduler.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ticking.ifPresent(task -> task.cancel(false));
    }

    /** The thread's top: a bug in one tick is logged and must not end the ticking. */
    private void tick() {
        try {
            live.feed().tick();
        } catch (RuntimeException e) {
            LOG.error("listeners could not be told this time", e);
        }
    }
}
