// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import officina.api.permission.GrantScope;
import officina.api.permission.PermissionRequest;
import officina.engine.CheckedBundle;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Held;
import officina.engine.PluginItem.Installation;
import officina.engine.PluginItem.Right;
import officina.engine.PluginItem.Waiting;
import officina.engine.PluginProcess;
import officina.engine.PublisherItem;

/** Plug-ins and what they may, as JSON. */
final class PluginForms {

    private static final JsonForm<Held> GRANT = JsonForm.<Held>of("grant", "What allows a permission.")
            .with(
                    "resource",
                    JsonKind.TEXT,
                    "With what; all that is asked for, or a part of it.",
                    held -> held.permission().resource())
            .with("scope", JsonKind.oneOf(GrantScope.class), "How long it holds.", Held::scope)
            .withPresent("owner", JsonKind.IDENTIFIER, "The project or run it is for, if it is for one.", Held::owner)
            .with("grantedAt", JsonKind.MOMENT, "Since when.", Held::grantedAt);

    static final JsonForm<Right> RIGHT = JsonForm.<Right>of("permission", "What a plug-in asks for, or was granted.")
            .with(
                    "type",
                    JsonKind.TEXT,
                    "What may be done, like `store.read`.",
                    right -> right.permission().type().wireName())
            .with(
                    "resource",
                    JsonKind.TEXT,
                    "With what; `*` for all, or where there is nothing to name.",
                    right -> right.permission().resource())
            .with("reason", JsonKind.TEXT, "Why it is asked for; empty where it is not (any more).", Right::reason)
            .with("optional", JsonKind.FLAG, "Whether the plug-in works without it.", Right::optional)
            .with("grants", JsonKind.many(GRANT), "What allows it; none when it is refused.", Right::grants);

    static final JsonForm<PermissionRequest> REQUEST = JsonForm.<PermissionRequest>of(
                    "request", "What a bundle asks for.")
            .with(
                    "type",
                    JsonKind.TEXT,
                    "What may be done, like `store.read`.",
                    request -> request.permission().type().wireName())
            .with(
                    "resource",
                    JsonKind.TEXT,
                    "With what; `*` for all, or where there is nothing to name.",
                    request -> request.permission().resource())
            .with("reason", JsonKind.TEXT, "Why it is asked for.", PermissionRequest::reason)
            .with("optional", JsonKind.FLAG, "Whether the plug-in works without it.", PermissionRequest::optional);

    private static final JsonForm<Waiting> WAITING = JsonForm.<Waiting>of(
                    "waiting version", "What takes the place of a version when it was granted what it needs.")
            .with("version", JsonKind.TEXT, "Its version.", Waiting::version)
            .with(
                    "permissions",
                    JsonKind.many(REQUEST),
                    "What it asks for beside what is asked for now.",
                    Waiting::asks);

    private static final JsonForm<Installation> INSTALLATION = JsonForm.<Installation>of(
                    "installation", "Who an installed plug-in is from.")
            .with("keys", JsonKind.TEXTS, "All that it is signed with; none where it is not.", Installation::keys)
            .with(
                    "signer",
                    JsonKind.TEXT,
                    "Whose key that is, as you call them; empty where none is trusted (any more).",
                    Installation::signer)
            .with("enabled", JsonKind.FLAG, "Whether you want it to run.", Installation::enabled)
            .with(
                    "previous",
                    JsonKind.TEXT,
                    "The version that can be gone back to; may be empty.",
                    Installation::previous)
            .withPresent(
                    "waiting",
                    JsonKind.one(WAITING),
                    "A newer version that needs more, if there is one.",
                    Installation::waiting);

    static final JsonForm<PublisherItem> PUBLISHER = JsonForm.<PublisherItem>of(
                    "publisher", "Somebody whose plug-ins can be installed.")
            .with("key", JsonKind.TEXT, "Their public key.", PublisherItem::key)
            .with("name", JsonKind.TEXT, "As you call them.", PublisherItem::name)
            .withPresent(
                    "since", JsonKind.MOMENT, "Since when; absent for a key that is built in.", PublisherItem::since);

    static final JsonForm<String> PUBLIC_KEY = JsonForm.<String>of("public key", "What others are told.")
            .with("key", JsonKind.TEXT, "The key.", key -> key);

    static final JsonForm<Path> SIGNATURE = JsonForm.<Path>of("signature", "What goes with a bundle.")
            .with("file", JsonKind.PATH, "Where it is.", file -> file);

    static final JsonForm<PluginItem> PLUGIN = JsonForm.<PluginItem>of(
                    "plug-in", "What a plug-in is, what it asks for and what it may.")
            .with("plugin", JsonKind.IDENTIFIER, "Its identifier.", PluginItem::id)
            .with("kinds", JsonKind.TEXTS, "What it is: `agent`, `tool` …; none when it is gone.", PluginItem::kinds)
            .with("version", JsonKind.TEXT, "Its version; empty when it is gone.", PluginItem::version)
            .with("bundle", JsonKind.TEXT, "The bundle it lies in; empty when it is gone.", PluginItem::bundle)
            .with(
                    "publisher",
                    JsonKind.TEXT,
                    "Who says that it is theirs, unproven; may be empty.",
                    PluginItem::publisher)
            .with("bundled", JsonKind.FLAG, "Whether it came with Officina.", PluginItem::bundled)
            .with("state", JsonKind.oneOf(PluginItem.State.class), "Whether it can be used.", PluginItem::state)
            .with("permissions", JsonKind.many(RIGHT), "What it asks for and what it was granted.", PluginItem::rights)
            .with("risks", JsonKind.TEXTS, "What these allow together.", PluginItem::risks)
            .with("problems", JsonKind.TEXTS, "Why it is not at work, or not as meant.", PluginItem::problems)
            .withPresent(
                    "installation",
                    JsonKind.one(INSTALLATION),
                    "Who it is from, where somebody installed it.",
                    PluginItem::installation);

    private static final JsonForm<CheckedBundle.Declared> DECLARED = JsonForm.<CheckedBundle.Declared>of(
                    "declared plug-in", "A plug-in that a bundle declares.")
            .with("plugin", JsonKind.IDENTIFIER, "Its identifier.", CheckedBundle.Declared::plugin)
            .with("kind", JsonKind.TEXT, "What it is: `agent`, `tool` …", CheckedBundle.Declared::kind)
            .with("version", JsonKind.TEXT, "Its version.", CheckedBundle.Declared::version);

    static final JsonForm<CheckedBundle> CHECKED = JsonForm.<CheckedBundle>of(
                    "checked bundle", "What a bundle that is not installed says about itself.")
            .with("bundle", JsonKind.TEXT, "Its symbolic name.", CheckedBundle::bundle)
            .with(
                    "publisher",
                    JsonKind.TEXT,
                    "Who says that it is theirs, unproven; may be empty.",
                    CheckedBundle::publisher)
            .with("plugins", JsonKind.many(DECLARED), "The plug-ins in it.", CheckedBundle::plugins)
            .with("permissions", JsonKind.many(REQUEST), "What it asks for.", CheckedBundle::permissions)
            .with("risks", JsonKind.TEXTS, "What these allow together.", CheckedBundle::risks)
            .with("problems", JsonKind.TEXTS, "What is wrong with its declarations.", CheckedBundle::problems);

    static final JsonForm<PluginProcess> PROCESS = JsonForm.<PluginProcess>of(
                    "plug-in process", "A process that plug-ins of others run in.")
            .with("bundle", JsonKind.TEXT, "The bundle that runs in it.", PluginProcess::bundle)
            .with(
                    "plugins",
                    JsonKind.TEXTS,
                    "The plug-ins in that bundle.",
                    process -> process.plugins().stream().map(Object::toString).toList())
            .with("process", JsonKind.NUMBER, "Its number in the system.", PluginProcess::process)
            .with("level", JsonKind.TEXT, "What keeps it in: `bubblewrap` or `lockdown`.", PluginProcess::level)
            .with("since", JsonKind.MOMENT, "When it was started.", PluginProcess::since)
            .with("calls", JsonKind.NUMBER, "Calls that it works on.", PluginProcess::calls)
            .with(
                    "processorSeconds",
                    JsonKind.NUMBER,
                    "How much of the processor's time it has taken.",
                    process -> process.processor().toMillis() / 1_000.0)
            .with("memoryBytes", JsonKind.NUMBER, "What lies in memory of it.", PluginProcess::memory);

    private PluginForms() {}
}
