package org.motherlode.ra;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.pkitesting.CertificateBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.motherlode.model.health.Condition;
import org.motherlode.model.pool.PoolName;
import org.motherlode.ra.fixture.PemIdentity;
import org.motherlode.ra.fixture.PlainTemplate;
import org.motherlode.ra.fixture.TlsSocket;
import org.motherlode.ra.pool.AdministeredPool;
import org.motherlode.ra.statistics.Count;

/** Certificates as files: good ones, wrong ones, and such as change while miners mine. */
class CertificateReloadTest {
    private static final String PORT = "127.0.0.1:0 plain 4 tls";

    @TempDir
    Path folder;

    /** Does something to good files, and tells what is then said of them. */
    record Spoil(String name, Step step, String said) {
        interface Step {
            void on(PemIdentity files) throws Exception;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Spoil> missing() {
        return Stream.of(
                new Spoil(
                        "no certificate",
                        files -> Files.delete(files.certificate()),
                        "tls.certificate names a file that does not exist: "),
                new Spoil("no key", files -> Files.delete(files.key()), "tls.key names a file that does not exist: "),
                new Spoil(
                        "a folder",
                        files -> {
                            Files.delete(files.key());
                            Files.createDirectory(files.key());
                        },
                        "tls.key names a file that cannot be read: "));
    }

    static Stream<Spoil> contents() {
        return Stream.of(
                new Spoil(
                        "an empty certificate",
                        files -> Files.writeString(files.certificate(), ""),
                        "tls.certificate names a file with no certificate in PEM form: "),
                new Spoil(
                        "a broken certificate",
                        files -> Files.writeString(
                                files.certificate(), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
                        "tls.certificate names a file with a certificate that cannot be read: "),
                new Spoil(
                        "the files exchanged",
                        files -> Files.copy(files.certificate(), replaced(files.key())),
                        "tls.key names a file with no RSA or EC key as unencrypted PKCS #8"),
                new Spoil(
                        "the key of another",
                        files -> {
                            Path other = Files.createDirectory(files.key().resolveSibling("other"));
                            Files.copy(PemIdentity.write(other).key(), replaced(files.key()));
                        },
                        "tls.key names a key that is not that of the certificate: "),
                new Spoil(
                        "a key of another kind",
                        files -> {
                            Path other = Files.createDirectory(files.key().resolveSibling("other"));
                            Files.copy(
                                    PemIdentity.write(other, new CertificateBuilder().rsa2048())
                                            .key(),
                                    replaced(files.key()));
                        },
                        "tls.key names a file with no key of the certificate's kind, EC: "));
    }

    @ParameterizedTest
    @MethodSource({"missing", "contents"})
    void a_certificate_that_makes_no_sense_stops_its_pool_alone_and_the_file_is_named(Spoil spoil) throws Exception {
        PemIdentity files = PemIdentity.write(folder);
        spoil.step().on(files);
        try (var server = new RunningAdapter(folder.resolve("data"), "", pool(files))) {
            RunningAdapter.until(() -> !server.adapter.gateway().closed().isEmpty());

            assertThat(server.adapter.gateway().closed().get("toy"))
                    .startsWith(spoil.said())
                    .contains(folder.toString());
        }
    }

    @Test
    void a_pool_beside_it_stays_open() throws Exception {
        PemIdentity files = PemIdentity.write(folder);
        Files.delete(files.key());
        PoolName other = new PoolName("other");
        MotherlodeAdapter adapter = new MotherlodeAdapter();
        adapter.setDataDir(folder.toString());
        adapter.setSettings("warm-up-millis = 0");
        pool(files).setResourceAdapter(adapter);
        RunningAdapter.pool("other", "127.0.0.1:0 plain 4").setResourceAdapter(adapter);
        adapter.start(RunningAdapter.context());
        try {
            RunningAdapter.open(adapter, RunningAdapter.POOL);
            RunningAdapter.open(adapter, other);

            RunningAdapter.until(() -> !adapter.station().addresses(other).isEmpty()
                    && !adapter.gateway().closed().isEmpty());
            assertThat(adapter.gateway().closed()).containsOnlyKeys("toy");
        } finally {
            adapter.stop();
        }
    }

    @Test
    void a_pool_with_an_encrypted_port_needs_both_files() throws Exception {
        AdministeredPool pool = RunningAdapter.pool("toy", PORT);
        try (var server = new RunningAdapter(folder, "", pool)) {
            RunningAdapter.until(() -> !server.adapter.gateway().closed().isEmpty());

            assertThat(server.adapter.gateway().closed().get("toy")).startsWith("tls.certificate must name a PEM file");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls-native = true", "tls-native = false"})
    void a_new_certificate_is_shown_to_new_connections_and_disturbs_no_old_one(String engine) throws Exception {
        PemIdentity first = PemIdentity.write(folder);
        try (var server = running(first, engine);
                var old = new TlsSocket(server.address())) {
            old.line("1 login miner1 x");
            String session = old.read().split(" ", -1)[2];
            PemIdentity second = PemIdentity.write(folder, new CertificateBuilder().rsa2048());
            RunningAdapter.until(() -> server.adapter.gateway().fingerprints().containsValue(second.fingerprint()));

            try (var fresh = new TlsSocket(server.address())) {
                assertThat(fresh.fingerprint()).isEqualTo(second.fingerprint());
                old.line("2 alive " + session);
                assertThat(old.read()).isEqualTo("2 alive");
                assertThat(old.fingerprint()).isEqualTo(first.fingerprint());
            }
        }
    }

    @Test
    void a_new_certificate_that_makes_no_sense_leaves_the_old_one_and_is_told() throws Exception {
        PemIdentity first = PemIdentity.write(folder);
        try (var server = running(first, "")) {
            Files.writeString(first.certificate(), "not yet written");
            RunningAdapter.until(() -> server.total(Count.CERTIFICATES_UNREADABLE) > 1);

            try (var miner = new TlsSocket(server.address())) {
                assertThat(miner.fingerprint()).isEqualTo(first.fingerprint());
            }
            assertThat(server.adapter.gateway().conditions())
                    .extracting(Condition::name)
                    .containsExactly("adapter.certificates");
            assertThat(server.adapter.gateway().closed()).isEmpty();
            PemIdentity second = PemIdentity.write(folder);
            RunningAdapter.until(() -> server.adapter.gateway().fingerprints().containsValue(second.fingerprint()));
        }
    }

    private RunningAdapter running(PemIdentity files, String engine) throws Exception {
        var server =
                RunningAdapter.withPool(folder.resolve("data"), "certificate-look-millis = 10; " + engine, pool(files));
        server.publish(PlainTemplate.at(10));
        return server;
    }

    private static AdministeredPool pool(PemIdentity files) {
        AdministeredPool pool = RunningAdapter.pool("toy", PORT);
        pool.setSettings(pool.getSettings() + "; " + files.settings());
        return pool;
    }

    private static Path replaced(Path file) throws Exception {
        Files.delete(file);
        return file;
    }
}
