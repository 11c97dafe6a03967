// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.net.okhttp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import officina.base.Redacted;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The certificate authorities that Java has and those of the system, a firm's own among them. Reads files when asked. */
public final class SystemTrust {

    private static final Logger log = LoggerFactory.getLogger(SystemTrust.class);

    /** Where systems keep theirs, all in one file. */
    private static final List<Path> BUNDLES = List.of(
            Path.of("/etc/ssl/certs/ca-certificates.crt"),
            Path.of("/etc/pki/tls/certs/ca-bundle.crt"),
            Path.of("/etc/ssl/ca-bundle.pem"),
            Path.of("/etc/ssl/cert.pem"));

    private SystemTrust() {}

    /** What says whom to trust; {@code null} where the system's cannot be used, and Java's own are all there is. */
    public static @Nullable X509TrustManager manager() {
        try {
            X509TrustManager java = manager(null);
            List<X509Certificate> authorities = new ArrayList<>(List.of(java.getAcceptedIssuers()));
            authorities.addAll(system());
            return manager(store(authorities));
        } catch (GeneralSecurityException | IOException e) {
            log.warn("the system's certificate authorities cannot be used", Redacted.of(e));
            return null;
        }
    }

    /** Makes encrypted connections to whom they trust; with {@code null} to whom Java trusts. */
    public static SSLSocketFactory sockets(@Nullable X509TrustManager trusted) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trusted == null ? null : new TrustManager[] {trusted}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has TLS", e);
        }
    }

    private static List<X509Certificate> system() throws GeneralSecurityException, IOException {
        String named = System.getenv("SSL_CERT_FILE");
        Path file = Stream.concat(named == null ? Stream.empty() : Stream.of(Path.of(named)), BUNDLES.stream())
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
        if (file == null) {
            return List.of();
        }
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            return all.stream()
                    .filter(X509Certificate.class::isInstance)
                    .map(X509Certificate.class::cast)
                    .toList();
        }
    }

    private static KeyStore store(List<X509Certificate> authorities) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (int i = 0; i < authorities.size(); i++) {
            store.setCertificateEntry("authority-" + i, authorities.get(i));
        }
        return store;
    }

    private static X509TrustManager manager(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no manager of X.509 trust"));
    }
}
