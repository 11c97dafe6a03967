// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonNull;
import officina.api.json.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * A server with models and how to use it: record kind {@code provider-account}. Holds no key, but the name of one.
 *
 * @param name how the person calls it; one of a kind
 * @param provider the plug-in that speaks to it
 * @param address where its interface begins, {@code http} or {@code https}: {@code http://127.0.0.1:11434/v1}
 * @param model the model that is used where none is named; {@code null} for none
 * @param secret the key; {@code null} where the server needs none
 * @param prices what tokens cost there; {@code null} where they cost nothing or nobody knows
 */
public record ProviderAccount(
        String name,
        PluginId provider,
        URI address,
        @Nullable String model,
        @Nullable SecretRef secret,
        ModelPatience patience,
        @Nullable ModelPrices prices) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*+");
    private static final int LONGEST = 60;

    public ProviderAccount {
        if (!NAME.matcher(name).matches() || name.length() > LONGEST) {
            throw new IllegalArgumentException("an account's name has lower-case letters, digits and single hyphens");
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https") || address.getHost() == null) {
            throw new IllegalArgumentException("an address begins with http:// or https:// and names a host");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new IllegalArgumentException("an address has no user, query or fragment: a key goes into the vault");
        }
        if (model != null && model.isBlank()) {
            throw new IllegalArgumentException("a model has a name");
        }
    }

    /**
     * The secret that an account has, if it has one. Its name is bound to the record and to the origin (scheme, host and
     * port) the key was given for: neither another account of the same name nor another server can come by it.
     */
    public static SecretRef secretOf(RecordId id, URI address) {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        int port = address.getPort() >= 0 ? address.getPort() : scheme.equals("https") ? 443 : 80;
        String origin = scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
        try {
            byte[] seal = MessageDigest.getInstance("SHA-256").digest(origin.getBytes(StandardCharsets.UTF_8));
            return new SecretRef("provider." + id + "." + HexFormat.of().formatHex(seal));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** The same account with another secret, or none. */
    public ProviderAccount withSecret(@Nullable SecretRef other) {
        return new ProviderAccount(name, provider, address, model, other, patience, prices);
    }

    /** Reads the fields of a record; throws {@link IllegalArgumentException} naming what is wrong. */
    public static ProviderAccount from(JsonObject fields) {
        String secret = fields.text("secret");
        JsonObject prices = fields.object("prices");
        return new ProviderAccount(
                fields.requireText("name"),
                new PluginId(fields.requireText("provider")),
                URI.create(fields.requireText("address")),
                fields.text("model"),
                secret == null ? null : new SecretRef(secret),
                ModelPatience.from(fields.object("patience")),
                fields.has("prices") && fields.get("prices") != JsonNull.NULL ? ModelPrices.from(prices) : null);
    }

    /** The fields of the record. What is not set is absent. */
    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("provider", provider)
                .with("address", address)
                .withPresent("model", model)
                .withPresent("secret", secret)
                .with("patience", patience.fields())
                .withPresent("prices", prices == null ? null : prices.fields());
    }
}
