// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import officina.api.permission.PermissionRequest;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Right;
import officina.ui.base.PluginNames;

/** A plug-in in plain words. */
public final class PluginText {

    private PluginText() {}

    public static String name(PluginItem item) {
        return PluginNames.of(item.id());
    }

    /** {@code Agent, Tool}; nothing for one that is gone. */
    public static String kinds(PluginItem item) {
        return item.kinds().stream().map(PluginText::kind).collect(Collectors.joining(", "));
    }

    private static String kind(String kind) {
        return switch (kind) {
            case "agent" -> Words.KIND_AGENT.text();
            case "tool" -> Words.KIND_TOOL.text();
            case "provider" -> Words.KIND_PROVIDER.text();
            case "renderer" -> Words.KIND_RENDERER.text();
            case "node" -> Words.KIND_NODE.text();
            case "batch" -> Words.KIND_BATCH.text();
            default -> kind;
        };
    }

    public static String state(PluginItem item) {
        return switch (item.state()) {
            case AT_WORK -> (lacking(item).isEmpty() ? Words.STATE_AT_WORK : Words.STATE_AT_WORK_LACKING).text();
            case NOT_AT_WORK -> (isSwitchedOff(item) ? Words.STATE_OFF : Words.STATE_NOT_AT_WORK).text();
            case GONE -> Words.STATE_GONE.text();
        };
    }

    private static boolean isSwitchedOff(PluginItem item) {
        PluginItem.Installation installation = item.installation();
        return installation != null && !installation.enabled();
    }

    /** Whether a person should look at it; not at what they have switched off themselves. */
    public static boolean isTroubled(PluginItem item) {
        return !isSwitchedOff(item)
                && (item.state() == PluginItem.State.NOT_AT_WORK
                        || !problems(item).isEmpty());
    }

    public static String facts(PluginItem item) {
        if (item.state() == PluginItem.State.GONE) {
            return Words.STATE_GONE_MEANING.text();
        }
        String facts = Words.FACTS.text(kinds(item), item.version(), item.bundle()) + "\n";
        if (item.bundled()) {
            return facts + Words.FACTS_BUNDLED.text();
        }
        PluginItem.Installation installation = item.installation();
        return facts
                + (installation == null ? "" : OfferText.origin(installation) + "\n" + waiting(installation))
                + publisher(item)
                + Words.FACTS_FOREIGN.text();
    }

    /** What it says of itself, where nothing that is known says more. */
    static String publisher(PluginItem item) {
        PluginItem.Installation installation = item.installation();
        return item.publisher().isEmpty()
                        || installation != null && !installation.signer().isEmpty()
                ? ""
                : Words.FACTS_PUBLISHER.text(item.publisher()) + "\n";
    }

    private static String waiting(PluginItem.Installation installation) {
        PluginItem.Waiting next = installation.waiting();
        return next == null ? "" : Words.WAITS.text(next.version()) + "\n";
    }

    /** What it asks for, with what a version asks for that waits until it is allowed that. */
    public static List<Right> rights(PluginItem item) {
        PluginItem.Waiting next =
                item.installation() == null ? null : item.installation().waiting();
        List<Right> rights = new ArrayList<>(item.rights());
        for (PermissionRequest ask : next == null ? List.<PermissionRequest>of() : next.asks()) {
            List<PluginItem.Held> held = rights.stream()
                    .filter(each -> each.permission().equals(ask.permission()))
                    .flatMap(each -> each.grants().stream())
                    .toList();
            // what is held already and not asked for by the version that runs stands there without a reason
            rights.removeIf(each -> each.permission().equals(ask.permission()));
            rights.add(new Right(ask.permission(), ask.reason(), ask.optional(), held));
        }
        return rights;
    }

    /** Why it is not at work, or cannot do what it is for. */
    public static List<String> problems(PluginItem item) {
        List<String> problems = new ArrayList<>(item.problems());
        lacking(item).forEach(each -> problems.add(Words.PROBLEM_NEEDS.text(PermissionText.of(each.permission()))));
        return problems;
    }

    private static List<Right> lacking(PluginItem item) {
        return item.rights().stream()
                .filter(each -> !each.optional() && each.grants().isEmpty())
                .toList();
    }

    /** Whether what is searched for stands in its name or in what it asks for; in any case of letters. */
    public static boolean matches(PluginItem item, String searched) {
        String wanted = searched.strip().toLowerCase(Locale.ROOT);
        Stream<String> permissions = item.rights().stream()
                .flatMap(each -> Stream.of(
                        PermissionText.of(each.permission()), each.permission().toString()));
        return Stream.concat(Stream.of(name(item), item.id().value(), kinds(item)), permissions)
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
