package org.motherlode.ra.delivery;

import jakarta.resource.ResourceException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import java.lang.reflect.Method;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.motherlode.model.share.FoundBlock;
import org.motherlode.model.share.ShareBatch;
import org.motherlode.model.share.ShareListener;

/** The deployed share listener, which comes after the adapter and may go before it. Each delivery has an endpoint of its own. */
public final class Listeners {
    private static final Logger LOG = Logger.getLogger(Listeners.class);

    private final Method onShares;
    private final Method onBlock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<Call> calls = ConcurrentHashMap.newKeySet();
    private Optional<MessageEndpointFactory> active = Optional.empty();
    private int busy;

    public Listeners() {
        try {
            this.onShares = ShareListener.class.getMethod("onShares", ShareBatch.class);
            this.onBlock = ShareListener.class.getMethod("onBlock", FoundBlock.class);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the listener's interface has changed", e);
        }
    }

    /** A later listener takes the place of an earlier one. */
    public void activate(MessageEndpointFactory factory) {
        lock.lock();
        try {
            active = Optional.of(factory);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Gives calls that run now {@code millis} to end, so that the bean is not torn down under them. */
    public void deactivate(MessageEndpointFactory factory, long millis) throws InterruptedException {
        lock.lock();
        try {
            active = active.filter(other -> !other.equals(factory));
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (busy > 0 && left > 0) {
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    public boolean isActive() {
        lock.lock();
        try {
            return active.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Whether a listener is there, after waiting for one at most this long. */
    boolean awaitActive(long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (active.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            return active.isPresent();
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts calls that take longer than this; to be called now and then. */
    public void breakOff(long longestMillis) {
        long longestNanos = TimeUnit.MILLISECONDS.toNanos(longestMillis);
        for (Call call : calls) {
            if (call.breakOff(longestNanos, System.nanoTime())) {
                LOG.warnf("a delivery has not come back after %d ms and is broken off", longestMillis);
            }
        }
    }

    /** An {@link Error} of the listener, which no retry was made for, comes through as it is. */
    void shares(ShareBatch batch) throws DeliveryFailedException {
        deliver(onShares, listener -> listener.onShares(batch));
    }

    /** See {@link #shares}. */
    void block(FoundBlock block) throws DeliveryFailedException {
        deliver(onBlock, listener -> listener.onBlock(block));
    }

    private void deliver(Method method, Consumer<ShareListener> call) throws DeliveryFailedException {
        MessageEndpointFactory factory = enter();
        Call running = new Call();
        calls.add(running);
        try {
            MessageEndpoint endpoint = factory.createEndpoint(null);
            try {
                endpoint.beforeDelivery(method);
                try {
                    call.accept((ShareListener) endpoint);
                } finally {
                    endpoint.afterDelivery();
                }
            } finally {
                endpoint.release();
            }
        } catch (ResourceException | NoSuchMethodException | RuntimeException e) {
            throw new DeliveryFailedException(e);
        } finally {
            calls.remove(running);
            running.end();
            leave();
        }
    }

    private MessageEndpointFactory enter() throws DeliveryFailedException {
        lock.lock();
        try {
            MessageEndpointFactory factory =
                    active.orElseThrow(() -> new DeliveryFailedException("no share listener is deployed"));
            busy++;
            return factory;
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        lock.lock();
        try {
            busy--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
