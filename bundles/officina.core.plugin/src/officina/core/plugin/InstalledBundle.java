// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.record.RecordKind;
import officina.base.Uuids;
import org.jspecify.annotations.Nullable;

/**
 * That somebody installed a bundle: record kind {@code installed-bundle}. What lies in the folder of plug-ins counts only
 * as far as such a record names it.
 *
 * @param bundle its symbolic name
 * @param current what runs
 * @param previous what ran before; {@code null} where nothing did
 * @param waiting what is to run once it was granted what it needs and the current one does not; {@code null} where
 *     nothing waits
 * @param highest the highest version that was ever installed since it was there
 * @param enabled whether the person wants it to run
 */
public record InstalledBundle(
        String bundle,
        Version current,
        @Nullable Version previous,
        @Nullable Version waiting,
        String highest,
        boolean enabled) {

    public static final RecordKind KIND = new RecordKind("installed-bundle");

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    /**
     * One state of it.
     *
     * @param version of the bundle, as it says
     * @param sha256 of its file, in hexadecimal digits; also what the copy of it is called
     * @param keys all that it is signed with, one of which was trusted when it was installed; none where it is not signed
     */
    public record Version(
            String version, String sha256, List<PublisherKey> keys, List<Named> plugins, Instant installedAt) {

        public Version {
            keys = List.copyOf(keys);
            plugins = List.copyOf(plugins);
            if (plugins.isEmpty() || !DIGEST.matcher(sha256).matches()) {
                throw new IllegalArgumentException("a bundle has plug-ins and a SHA-256");
            }
        }

        public Set<PluginId> ids() {
            return plugins.stream().map(Named::plugin).collect(Collectors.toUnmodifiableSet());
        }

        static Version from(JsonObject fields) {
            return new Version(
                    fields.requireText("version"),
                    fields.requireText("sha256"),
                    fields.texts("keys").stream().map(PublisherKey::new).toList(),
                    fields.items("plugins").stream()
                            .map(JsonObject.class::cast)
                            .map(each -> new Named(new PluginId(each.requireText("plugin")), each.requireText("kind")))
                            .toList(),
                    Instant.parse(fields.requireText("installedAt")));
        }

        JsonObject fields() {
            return JsonObject.EMPTY
                    .with("version", version)
                    .with("sha256", sha256)
                    .with("keys", keys.stream().map(PublisherKey::text).toList())
                    .with(
                            "plugins",
                            new JsonArray(plugins.stream()
                                    .<JsonValue>map(each -> JsonObject.EMPTY
                                            .with("plugin", each.plugin())
                                            .with("kind", each.kind()))
                                    .toList()))
                    .with("installedAt", installedAt);
        }
    }

    /** A plug-in in it, so that it can be spoken of where its file cannot be read. */
    public record Named(PluginId plugin, String kind) {}

    /** The record of the bundle of that name, if it has one. */
    public static RecordId idOf(String bundle) {
        return new RecordId(Uuids.derived("installed-bundle", bundle));
    }

    /** All that is kept of it. */
    public List<Version> versions() {
        return Stream.of(current, previous, waiting).filter(Objects::nonNull).toList();
    }

    /** The plug-ins that are in any of them. */
    public Set<PluginId> ids() {
        return versions().stream().flatMap(each -> each.ids().stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** That version runs from now on, and nothing waits; the one before it is kept. */
    public InstalledBundle running(Version version, String highest) {
        return new InstalledBundle(bundle, version, current, null, highest, enabled);
    }

    /** That version runs when it was granted what it needs. */
    public InstalledBundle awaiting(Version version, String highest) {
        return new InstalledBundle(bundle, current, previous, version, highest, enabled);
    }

    /** The same, which the person wants to run or not. */
    public InstalledBundle enabled(boolean wanted) {
        return new InstalledBundle(bundle, current, previous, waiting, highest, wanted);
    }

    public static InstalledBundle from(JsonObject fields) {
        return new InstalledBundle(
                fields.requireText("bundle"),
                Version.from(fields.object("current")),
                fields.has("previous") ? Version.from(fields.object("previous")) : null,
                fields.has("waiting") ? Version.from(fields.object("waiting")) : null,
                fields.requireText("highest"),
                fields.flag("enabled"));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("bundle", bundle)
                .with("current", current.fields())
                .withPresent("previous", previous == null ? null : previous.fields())
                .withPresent("waiting", waiting == null ? null : waiting.fields())
                .with("highest", highest)
                .with("enabled", enabled);
    }
}
