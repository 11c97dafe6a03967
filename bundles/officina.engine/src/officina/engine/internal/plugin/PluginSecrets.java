// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.plugin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.base.SecretText;
import officina.core.plugin.HostPort;
import officina.vault.VaultSecrets;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that the person gave to plug-ins, each for one origin (scheme, host and port). What a secret is called in the
 * vault is made of all three, so that neither another plug-in nor another server can come by it. Any thread.
 */
public final class PluginSecrets {

    private final VaultSecrets vault;

    public PluginSecrets(VaultSecrets vault) {
        this.vault = vault;
    }

    /** The secret, which the caller closes; {@code null} where none was given for that origin. */
    @Nullable
    SecretText find(PluginId plugin, SecretRef secret, URI address) {
        return vault.find(place(plugin, secret, address));
    }

    /** Its name in the vault. */
    static String place(PluginId plugin, SecretRef secret, URI address) {
        String origin = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT) + "://" + HostPort.of(address);
        return "plugin." + hash(plugin.value()) + "." + hash(secret.name() + "\n" + origin);
    }

    private static String hash(String text) {
        try {
            byte[] all = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(all);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
