// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Constants;

/** Reads requirements of the namespace {@code officina.permission}, one request for each resource they list. */
final class PermissionClauses {

    private static final String NAMESPACE = "officina.permission";
    private static final String FILTER_START = "(" + NAMESPACE + "=";
    private static final String FILTER_END = ")";

    /** The filter of each permission there is takes less than a quarter of it. */
    private static final int LONGEST_FILTER = 200;

    /** What a person reads before deciding. */
    private static final int LONGEST_REASON = 500;

    private final String bundle;
    private final Localization texts;
    private final Consumer<PluginProblem> problems;

    PermissionClauses(String bundle, Localization texts, Consumer<PluginProblem> problems) {
        this.bundle = bundle;
        this.texts = texts;
        this.problems = problems;
    }

    List<PermissionRequest> read(List<Clause> requirements) {
        List<PermissionRequest> requests = new ArrayList<>();
        for (Clause clause : requirements) {
            if (clause.name().equals(NAMESPACE)) {
                requests.addAll(requests(clause));
            }
        }
        return requests;
    }

    private List<PermissionRequest> requests(Clause clause) {
        PermissionType type = type(clause);
        if (type == null) {
            return List.of();
        }
        String reason = reason(clause, type);
        List<String> resources = resources(clause, type);
        if (reason == null) {
            return List.of();
        }
        boolean optional =
                Constants.RESOLUTION_OPTIONAL.equals(clause.directives().get(Constants.RESOLUTION_DIRECTIVE));
        return resources.stream()
                .map(resource -> new PermissionRequest(new Permission(type, resource), reason, optional))
                .toList();
    }

    private @Nullable PermissionType type(Clause clause) {
        String filter =
                clause.directives().getOrDefault(Constants.FILTER_DIRECTIVE, "").strip();
        if (filter.length() > LONGEST_FILTER || !filter.startsWith(FILTER_START) || !filter.endsWith(FILTER_END)) {
            return ignored(filter, "A permission is asked for with a filter like (officina.permission=store.read).");
        }
        String name = filter.substring(FILTER_START.length(), filter.length() - FILTER_END.length());
        try {
            return PermissionType.parse(name);
        } catch (IllegalArgumentException e) {
            return ignored(
                    name,
                    "There is no such permission in this version of Officina. Those there are: "
                            + Arrays.stream(PermissionType.values())
                                    .map(PermissionType::wireName)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
    }

    /** A request that does not say why cannot be decided by the person, so it counts as not made. */
    private @Nullable String reason(Clause clause, PermissionType type) {
        String written = clause.attribute("reason");
        String reason = written == null ? null : texts.resolve(written);
        if (reason == null || reason.isBlank()) {
            return ignored(
                    type.wireName(),
                    written == null
                            ? "The request gives no reason. Say in the attribute reason, for the person, why it is needed."
                            : "The text of the reason is missing: " + written
                                    + ". Add it to the bundle's localization.");
        }
        String line = reason.strip();
        if (!PlainLine.isProse(line, LONGEST_REASON)) {
            return ignored(
                    type.wireName(),
                    "The reason must be one line of plain text, of at most " + LONGEST_REASON + " characters.");
        }
        return line;
    }

    private List<String> resources(Clause clause, PermissionType type) {
        String attribute = attribute(type);
        if (attribute == null) {
            return List.of(Permission.ANY);
        }
        List<String> resources = clause.list(attribute);
        if (resources.isEmpty()) {
            ignored(
                    type.wireName(),
                    "The request does not say for what: it needs the attribute " + attribute + ":List<String>.");
        }
        return resources.stream().filter(each -> isSound(type, each)).toList();
    }

    private boolean isSound(PermissionType type, String resource) {
        String fault = Resources.fault(type, resource);
        if (fault == null && PermissionBroker.isNeverGranted(new Permission(type, resource))) {
            fault = "\"" + resource + "\" is granted to no plug-in.";
        }
        if (fault != null) {
            problems.accept(new PluginProblem(bundle, type.wireName(), fault));
        }
        return fault == null;
    }

    private <T> @Nullable T ignored(String subject, String why) {
        problems.accept(new PluginProblem(bundle, subject, why));
        return null;
    }

    /** The attribute that lists the resources of a type; {@code null} for a type without resources. */
    private static @Nullable String attribute(PermissionType type) {
        return switch (type) {
            case FS_READ, FS_WRITE -> "folders";
            case NET_CONNECT -> "hosts";
            case PROC_SPAWN -> "programs";
            case SECRET_USE -> "names";
            case MODEL_CALL -> "models";
            case MAIL_READ -> "accounts";
            case CALENDAR_READ -> "calendars";
            case BROWSER_HISTORY -> "browsers";
            case SCREEN_CAPTURE -> "screens";
            case INPUT_TYPE -> "applications";
            case NOTIFY -> null;
            case STORE_READ, STORE_WRITE -> "kinds";
            case INDEX_READ, INDEX_WRITE -> "collections";
        };
    }
}
