// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.json.JsonArray;
import officina.api.json.JsonNumber;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.protocol.Json;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;

/**
 * What plug-ins somebody offers, as {@code catalog.json} says it in a folder beside their bundles. It tells people what
 * there is; what a bundle may ask for is said by its own manifest alone, and whose it is by its own signature.
 *
 * @param name as it is signed
 * @param number grows with each change, so that an older one is known as such
 */
public record PluginCatalog(String name, long number, List<Offer> offers) {

    /** The file's name. */
    public static final String FILE = "catalog.json";

    /** A larger file is not read. */
    public static final int LARGEST = 4 << 20;

    private static final String FORMAT = "officina.catalog.1";
    private static final int MOST_OFFERS = 10_000;
    private static final int MOST_PLUGINS = 100;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_TEXT = 500;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+([.][A-Za-z0-9_-]+)*");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,9}([.][0-9]{1,2})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    /**
     * One version of one bundle.
     *
     * @param file its name beside the catalogue, without any folder
     * @param publisher who says that it is theirs, unproven; may be empty
     * @param description what it is good for; may be empty
     * @param price {@code null} where it costs nothing
     */
    public record Offer(
            String bundle,
            String version,
            String file,
            long size,
            String sha256,
            List<InstalledBundle.Named> plugins,
            String publisher,
            String description,
            @Nullable Price price,
            List<PermissionRequest> permissions) {

        public Offer {
            plugins = List.copyOf(plugins);
            permissions = List.copyOf(permissions);
            require(isName(bundle) && isName(file) && file.endsWith(".jar"));
            Version.parseVersion(version);
            require(size > 0
                    && size <= PluginJar.LARGEST
                    && DIGEST.matcher(sha256).matches());
            require(!plugins.isEmpty() && plugins.size() <= MOST_PLUGINS && permissions.size() <= MOST_PLUGINS);
            require(plugins.stream().allMatch(each -> PlainLine.is(each.kind(), LONGEST_NAME)));
            require(publisher.isEmpty() || PlainLine.is(publisher, LONGEST_NAME));
            require(description.isEmpty() || PlainLine.isProse(description, LONGEST_TEXT));
            require(permissions.stream()
                    .allMatch(each -> PlainLine.isProse(each.reason(), LONGEST_TEXT)
                            && PlainLine.is(each.permission().resource(), LONGEST_TEXT)));
        }

        static Offer from(JsonObject fields) {
            return new Offer(
                    fields.requireText("bundle"),
                    fields.requireText("version"),
                    fields.requireText("file"),
                    fields.number("size", 0),
                    fields.requireText("sha256"),
                    objects(fields, "plugins").stream()
                            .map(each -> new InstalledBundle.Named(
                                    new PluginId(each.requireText("plugin")), each.requireText("kind")))
                            .toList(),
                    fields.has("publisher") ? fields.requireText("publisher") : "",
                    fields.has("description") ? fields.requireText("description") : "",
                    fields.has("price") ? Price.from(object(fields.get("price"))) : null,
                    objects(fields, "permissions").stream()
                            .map(each -> new PermissionRequest(
                                    new Permission(
                                            PermissionType.parse(each.requireText("type")),
                                            each.requireText("resource")),
                                    each.requireText("reason"),
                                    each.flag("optional")))
                            .toList());
        }

        JsonObject fields() {
            return JsonObject.EMPTY
                    .with("bundle", bundle)
                    .with("version", version)
                    .with("file", file)
                    .with("size", size)
                    .with("sha256", sha256)
                    .with(
                            "plugins",
                            new JsonArray(plugins.stream()
                                    .<JsonValue>map(each -> JsonObject.EMPTY
                                            .with("plugin", each.plugin())
                                            .with("kind", each.kind()))
                                    .toList()))
                    .with("publisher", publisher)
                    .with("description", description)
                    .withPresent("price", price == null ? null : price.fields())
                    .with(
                            "permissions",
                            new JsonArray(permissions.stream()
                                    .<JsonValue>map(each -> JsonObject.EMPTY
                                            .with(
                                                    "type",
                                                    each.permission().type().wireName())
                                            .with("resource", each.permission().resource())
                                            .with("reason", each.reason())
                                            .with("optional", each.optional()))
                                    .toList()));
        }
    }

    /**
     * What it costs. Officina takes no money: it says so and leaves the rest to the publisher.
     *
     * @param amount like {@code 9.90}
     * @param currency like {@code EUR}
     */
    public record Price(String amount, String currency) {

        public Price {
            require(AMOUNT.matcher(amount).matches()
                    && CURRENCY.matcher(currency).matches());
        }

        public static Price from(JsonObject fields) {
            return new Price(fields.requireText("amount"), fields.requireText("currency"));
        }

        JsonObject fields() {
            return JsonObject.EMPTY.with("amount", amount).with("currency", currency);
        }

        @Override
        public String toString() {
            return amount + " " + currency;
        }
    }

    public PluginCatalog {
        offers = List.copyOf(offers);
        require(isName(name) && number > 0 && offers.size() <= MOST_OFFERS);
        Set<String> files = new HashSet<>();
        Set<String> versions = new HashSet<>();
        for (Offer each : offers) {
            require(files.add(each.file()) && versions.add(each.bundle() + " " + Version.parseVersion(each.version())));
        }
    }

    /** Reads such a file; {@code plugin.catalog} where it is none, or names what cannot be. */
    public static PluginCatalog read(byte[] file) {
        try {
            require(file.length <= LARGEST);
            JsonObject fields = Json.parseObject(file);
            require(FORMAT.equals(fields.text("format")) && fields.get("number") instanceof JsonNumber);
            return new PluginCatalog(
                    fields.requireText("name"),
                    fields.number("number", 0),
                    objects(fields, "offers").stream()
                            .filter(PluginCatalog::isKnown)
                            .map(Offer::from)
                            .toList());
        } catch (IllegalArgumentException | FailureException e) {
            throw new FailureException(
                    Failure.of(
                            "plugin.catalog",
                            ErrorKind.USER,
                            "This is no catalogue of plug-ins that can be read.",
                            "Ask who keeps it, or look whether there is a newer version of Officina."),
                    e);
        }
    }

    /** Whether it asks for nothing that only a newer version of Officina knows; else it would be refused there. */
    private static boolean isKnown(JsonObject offer) {
        return objects(offer, "permissions").stream()
                .allMatch(each -> Arrays.stream(PermissionType.values())
                        .anyMatch(known -> known.wireName().equals(each.text("type"))));
    }

    /** The file. */
    public byte[] write() {
        return Json.bytes(JsonObject.EMPTY
                .with("format", FORMAT)
                .with("name", name)
                .with("number", number)
                .with(
                        "offers",
                        new JsonArray(
                                offers.stream().<JsonValue>map(Offer::fields).toList())));
    }

    private static List<JsonObject> objects(JsonObject fields, String name) {
        return fields.items(name).stream().map(PluginCatalog::object).toList();
    }

    private static JsonObject object(@Nullable JsonValue value) {
        if (value instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("no object");
    }

    private static boolean isName(String text) {
        return text.length() <= 2 * LONGEST_NAME && NAME.matcher(text).matches();
    }

    private static void require(boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException("a catalogue does not say that");
        }
    }
}
