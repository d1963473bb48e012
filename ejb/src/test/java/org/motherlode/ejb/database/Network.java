package org.motherlode.ejb.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A network between us and the database that forgets connections: we cannot use them any more, the database still has them. */
public final class Network {
    private final DataSource source;
    private final AtomicInteger forgotten = new AtomicInteger();
    private final AtomicInteger opened = new AtomicInteger();
    private volatile String fatal = "";

    public Network(DataSource source) {
        this.source = source;
    }

    /** All connections of now. */
    public void forget() {
        forgotten.set(opened.get());
    }

    /** The connection on which this is to be done next, just before it. */
    public void forgetBefore(String words) {
        fatal = words;
    }

    public DataSource through() {
        return (DataSource) Proxy.newProxyInstance(
                Network.class.getClassLoader(),
                new Class<?>[] {DataSource.class},
                (self, method, values) -> connection(opened.incrementAndGet(), source.getConnection()));
    }

    /** Gives no more connections than that at a time. */
    public DataSource atMost(int most) {
        Semaphore free = new Semaphore(most);
        return (DataSource) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, values) -> {
                    if (!free.tryAcquire()) {
                        throw new SQLException("no connection is free");
                    }
                    return counted(source.getConnection(), free);
                });
    }

    private static Connection counted(Connection open, Semaphore free) {
        return (Connection) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    if (method.getName().equals("close") && !open.isClosed()) {
                        free.release();
                    }
                    return method.invoke(open, values);
                });
    }

    private boolean isFatal(@Nullable Object @Nullable [] values) {
        String words = fatal;
        return !words.isEmpty() && values != null && values[0] instanceof String sql && sql.contains(words);
    }

    private Connection connection(int number, Connection open) {
        return (Connection) Proxy.newProxyInstance(
                Network.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    if (isFatal(values)) {
                        forgetBefore("");
                        forgotten.set(number);
                    }
                    if (number <= forgotten.get()) {
                        throw new SQLException("no answer", "08006");
                    }
                    try {
                        return method.invoke(open, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }
}
