package org.motherlode.ejb.chain;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.motherlode.model.chain.NodeUnavailableException;

/**
 * Posts text to one program and reads text back, within {@link RpcLimits}. It never repeats a request on its own: whether
 * that is right, only the caller knows. Safe for any thread.
 */
public final class HttpDoor implements AutoCloseable {
    private static final TimeValue TRUST_IDLE_CONNECTION = TimeValue.ofMilliseconds(200);

    private final String name;
    private final RpcAddress address;
    private final RpcLimits limits;
    private final Authorization authorization;
    private final CloseableHttpClient client;

    /** Who asks, where that is said with each request: the value of its {@code Authorization}. */
    @FunctionalInterface
    public interface Authorization {
        /** Empty to say nothing; an exception where it cannot be found out at present. */
        Optional<String> value() throws NodeUnavailableException;
    }

    /**
     * One that answers the program's challenge, where the address has a login.
     *
     * @param name of the program in sentences, for example {@code monerod}
     */
    public HttpDoor(String name, RpcAddress address, RpcLimits limits) {
        this(name, address, limits, Optional::empty);
    }

    /** One that says who it is with each request. */
    public HttpDoor(String name, RpcAddress address, RpcLimits limits, Authorization authorization) {
        this.authorization = authorization;
        this.name = name + " at " + address.base();
        this.address = address;
        this.limits = limits;
        this.client = client(address, limits);
    }

    private static CloseableHttpClient client(RpcAddress address, RpcLimits limits) {
        Timeout connect = Timeout.ofMilliseconds(limits.connectMillis());
        Timeout silence = Timeout.ofMilliseconds(limits.silenceMillis());
        HttpClientBuilder builder = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(limits.connections())
                        .setMaxConnPerRoute(limits.connections())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(silence)
                                .setValidateAfterInactivity(TRUST_IDLE_CONNECTION)
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(connect)
                        .setResponseTimeout(silence)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression();
        address.login().ifPresent(login -> {
            BasicCredentialsProvider credentials = new BasicCredentialsProvider();
            credentials.setCredentials(
                    new AuthScope(HttpHost.create(address.base())),
                    new UsernamePasswordCredentials(
                            login.user(), login.password().toCharArray()));
            builder.setDefaultCredentialsProvider(credentials);
        });
        return builder.build();
    }

    /** The program with its address, for sentences. */
    public String name() {
        return name;
    }

    public String post(String path, String json) throws NodeUnavailableException {
        HttpPost request = new HttpPost(address.at(path));
        authorization.value().ifPresent(value -> request.setHeader(HttpHeaders.AUTHORIZATION, value));
        request.setEntity(new StringEntity(json, ContentType.APPLICATION_JSON));
        try {
            return client.execute(request, this::read);
        } catch (NodeUnavailableException e) {
            throw e;
        } catch (IOException e) {
            throw new NodeUnavailableException(name + " does not answer: " + e.getMessage(), e);
        }
    }

    private String read(ClassicHttpResponse response) throws IOException {
        if (response.getCode() == HttpStatus.SC_UNAUTHORIZED) {
            throw new NodeUnavailableException(name + " refuses the login: it must be what the program was given");
        }
        if (response.getCode() != HttpStatus.SC_OK || response.getEntity() == null) {
            throw new NodeUnavailableException(name + " answers with HTTP status " + response.getCode());
        }
        byte[] bytes = response.getEntity().getContent().readNBytes(limits.answerBytes() + 1);
        if (bytes.length > limits.answerBytes()) {
            throw new NodeUnavailableException(
                    name + " answers with more than the " + limits.answerBytes() + " bytes that the settings allow");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
