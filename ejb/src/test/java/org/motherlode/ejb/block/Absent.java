package org.motherlode.ejb.block;

import java.lang.reflect.Proxy;

/** A port that a test does not expect to be used: every call fails. */
final class Absent {
    private Absent() {}

    static <T> T of(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, args) -> {
            throw new AssertionError(method + " was not expected");
        }));
    }
}
