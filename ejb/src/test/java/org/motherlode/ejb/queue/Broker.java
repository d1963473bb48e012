package org.motherlode.ejb.queue;

import jakarta.jms.BytesMessage;
import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.activemq.artemis.jms.client.ActiveMQQueue;

/** A real broker with its journal on disk, the one that the server has inside. */
public final class Broker implements AutoCloseable {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final EmbeddedActiveMQ server = new EmbeddedActiveMQ();
    private final Path folder;
    private final String url;

    private Broker(Path folder, AddressSettings bounds) {
        int number = NUMBERS.incrementAndGet();
        this.folder = folder;
        this.url = "vm://" + number;
        try {
            Configuration configuration = new ConfigurationImpl()
                    .setPersistenceEnabled(true)
                    .setSecurityEnabled(false)
                    .setJournalType(JournalType.NIO)
                    .setJournalMinFiles(2)
                    .setJournalFileSize(1 << 20)
                    .setJournalBufferTimeout_NIO(100_000)
                    .setJournalDirectory(folder.resolve("journal").toString())
                    .setBindingsDirectory(folder.resolve("bindings").toString())
                    .setPagingDirectory(folder.resolve("paging").toString())
                    .setLargeMessagesDirectory(folder.resolve("large").toString())
                    .addAcceptorConfiguration("in-vm", url)
                    .addAddressSetting("#", bounds);
            server.setConfiguration(configuration).start();
            // What goes wrong while it reads its journal it tells its log only.
            if (!server.getActiveMQServer().isActive()) {
                throw new IllegalStateException("it cannot read " + folder);
            }
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not start", e);
        }
    }

    public static Broker on(Path folder) {
        return new Broker(folder, settings());
    }

    /** One whose addresses take no more than a few bytes: senders wait. */
    static Broker full(Path folder) {
        return new Broker(
                folder,
                settings()
                        .setAddressFullMessagePolicy(AddressFullMessagePolicy.BLOCK)
                        .setMaxSizeBytes(1_000));
    }

    /** One that keeps back for so long what was given back to it. */
    static Broker delaying(Path folder, long millis) {
        return new Broker(folder, settings().setRedeliveryDelay(millis));
    }

    private static AddressSettings settings() {
        return new AddressSettings().setMaxDeliveryAttempts(-1);
    }

    /** A second broker on what is on disk at this moment, as after a crash of this one. */
    public Broker afterCrash(Path copy) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Path target = copy.resolve(folder.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.endsWith("server.lock")) {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return on(copy);
    }

    public ConnectionFactory factory() {
        return new ActiveMQConnectionFactory(url);
    }

    public QueueAccess access(String name) {
        return new QueueAccess(factory(), queue(name), queue("DLQ"));
    }

    /** How many messages lie in a queue. */
    public int count(String name) throws JMSException {
        try (Connection connection = factory().createConnection();
                Session session = connection.createSession();
                QueueBrowser browser = session.createBrowser(queue(name))) {
            connection.start();
            int count = 0;
            for (Enumeration<?> rest = browser.getEnumeration(); rest.hasMoreElements(); rest.nextElement()) {
                count++;
            }
            return count;
        }
    }

    /** As an operator does it in the console: the messages stay what they are. */
    void moveAll(String from, String to) throws Exception {
        server.getActiveMQServer().locateQueue(from).moveReferences(null, SimpleString.of(to), null);
    }

    /** Takes so many messages in a transaction that is rolled back, as when a consumer stops in the middle. */
    void takeAndGiveBack(String name, int messages) throws JMSException {
        try (Connection connection = factory().createConnection();
                Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                MessageConsumer consumer = session.createConsumer(queue(name))) {
            connection.start();
            for (int i = 0; i < messages; i++) {
                consumer.receive(10_000);
            }
        }
    }

    /** Takes one message, waiting for it at most ten seconds. */
    public Optional<Message> take(String name) throws JMSException {
        try (Connection connection = factory().createConnection();
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(queue(name))) {
            connection.start();
            return Optional.ofNullable(consumer.receive(10_000));
        }
    }

    /** The bytes of one message, however large; empty if none came within ten seconds. */
    byte[] takeBytes(String name) throws JMSException {
        try (Connection connection = factory().createConnection();
                Session session = connection.createSession();
                MessageConsumer consumer = session.createConsumer(queue(name))) {
            connection.start();
            return consumer.receive(10_000) instanceof BytesMessage message
                    ? Arrived.of(message).body().orElseThrow().toBytes()
                    : new byte[0];
        }
    }

    private static Queue queue(String name) {
        return new ActiveMQQueue(name);
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the broker did not stop", e);
        }
    }
}
