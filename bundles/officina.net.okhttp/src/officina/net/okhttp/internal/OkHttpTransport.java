// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp.internal;

import java.io.OutputStream;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import javax.net.ssl.X509TrustManager;
import officina.api.host.HttpAccess;
import officina.net.okhttp.HttpScope;
import officina.net.okhttp.HttpTransport;
import officina.net.okhttp.SystemTrust;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;

/** One client of OkHttp for everybody, made with the first request: one pool of connections, one policy. */
@Component(service = HttpTransport.class)
public final class OkHttpTransport implements HttpTransport, AutoCloseable {

    private @Nullable OkHttpClient client;

    private final Map<String, String> environment;
    private final Dns names;

    @Activate
    public OkHttpTransport() {
        this(System.getenv(), Dns.SYSTEM);
    }

    /**
     * @param environment names the proxies
     * @param names knows the addresses of hosts
     */
    OkHttpTransport(Map<String, String> environment, Dns names) {
        this.environment = environment;
        this.names = names;
    }

    @Override
    public HttpAccess open(HttpScope scope) {
        return new ScopedHttp(this::client, scope);
    }

    @Override
    public int download(URI address, OutputStream into, long most, Duration patience) {
        return new Download(client(), most, patience).take(address, into);
    }

    @Override
    public boolean proxied(URI address) {
        return new SystemProxies(environment)
                .select(address).stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT);
    }

    private synchronized OkHttpClient client() {
        OkHttpClient made = client;
        if (made == null) {
            OkHttpClient.Builder builder = new OkHttpClient.Builder()
                    .followRedirects(false)
                    .followSslRedirects(false)
                    // who asks says how long it waits, and closes the connection then
                    .readTimeout(Duration.ZERO)
                    .callTimeout(Duration.ZERO)
                    .dns(names)
                    .proxySelector(new SystemProxies(environment));
            X509TrustManager trusted = SystemTrust.manager();
            if (trusted != null) {
                builder.sslSocketFactory(SystemTrust.sockets(trusted), trusted);
            }
            made = builder.build();
            client = made;
        }
        return made;
    }

    @Override
    @Deactivate
    public synchronized void close() {
        if (client != null) {
            client.dispatcher().cancelAll();
            client.connectionPool().evictAll();
            client = null;
        }
    }
}
