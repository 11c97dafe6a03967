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

    /** Keeps it, in the place of the one before. */
    public void give(PluginId plugin, SecretRef secret, URI address, SecretText value) {
        vault.put(place(plugin, secret, address), value);
    }

    /** Does nothing where there is none. */
    public void forget(PluginId plugin, SecretRef secret, URI address) {
        vault.remove(place(plugin, secret, address));
    }

    /** Forgets all of a plug-in that is gone. */
    public void forget(PluginId plugin) {
        String own = places(plugin);
        vault.names().stream().filter(name -> name.startsWith(own)).forEach(vault::remove);
    }

    /** The secret, which the caller closes; {@code null} where none was given for that origin. */
    @Nullable
    SecretText find(PluginId plugin, SecretRef secret, URI address) {
        return vault.find(place(plugin, secret, address));
    }

    /** Its name in the vault. */
    static String place(PluginId plugin, SecretRef secret, URI address) {
        String origin = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT) + "://" + HostPort.of(address);
        return places(plugin) + hash(secret.name() + "\n" + origin);
    }

    private static String places(PluginId plugin) {
        return "plugin." + hash(plugin.value()) + ".";
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
