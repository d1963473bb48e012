package org.motherlode.bench.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslContextBuilder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
    @TempDir
    Path folder;

    @Test
    void what_is_written_can_be_served_with_and_made_again() throws Exception {
        Certificate.make(folder);
        Certificate again = Certificate.make(folder);

        assertThat(again.certificate()).content().startsWith("-----BEGIN CERTIFICATE-----\n");
        assertThat(SslContextBuilder.forServer(
                                again.certificate().toFile(), again.key().toFile())
                        .build()
                        .isServer())
                .isTrue();
        assertThat(again.settings()).contains("tls.key = " + again.key());
    }
}
