package org.motherlode.web.live;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Ticks every two seconds while the web application is there, on a thread of its own: the server's shared executor refuses
 * each tick with an error in the log from the moment at which it is told to suspend or stop.
 */
@WebListener
public class LiveClock implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(LiveClock.class);
    private static final long TICK_SECONDS = 2;

    @Inject
    Live live;

    @Resource
    ManagedThreadFactory threads;

    private Optional<ScheduledExecutorService> ticking = Optional.empty();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ScheduledExecutorService clock = new ScheduledThreadPoolExecutor(1, threads);
        ticking = Optional.of(clock);
        // The task's end is the clock's; a tick lets nothing out.
        var ignored = clock.scheduleWithFixedDelay(this::tick, TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ticking.ifPresent(ScheduledExecutorService::shutdown);
    }

    /** The thread's top: a bug in one tick is logged and must not end the ticking. */
    private void tick() {
        try {
            live.feed().tick();
        } catch (RuntimeException | Error e) {
            LOG.error("listeners could not be told this time", e);
        }
    }
}
