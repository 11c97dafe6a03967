// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui.model;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import officina.api.id.RecordId;
import officina.api.permission.Permission;
import officina.engine.PluginItem.Held;
import officina.engine.PluginItem.Right;
import officina.ui.base.Dates;

/**
 * What allows a permission, in plain words.
 *
 * @param projects the names of the projects there are
 */
public record GrantText(Dates dates, Map<RecordId, String> projects) {

    public GrantText {
        projects = Map.copyOf(projects);
    }

    /** How things stand, a line for each grant. */
    public String state(Right right) {
        return right.grants().isEmpty()
                ? Words.REFUSED.text()
                : right.grants().stream().map(each -> line(right, each)).collect(Collectors.joining("\n"));
    }

    /** Why it is asked for, and what is lost without it. */
    public String meaning(Right right) {
        if (right.reason().isEmpty()) {
            return Words.NOT_ASKED.text();
        }
        String reason = Words.REASON.text(right.reason());
        return right.grants().isEmpty()
                ? reason + "\n" + (right.optional() ? Words.MORE_OPTIONAL : Words.MORE_NEEDED).text()
                : reason;
    }

    private String line(Right right, Held held) {
        String text = scope(held);
        return held.permission().equals(right.permission())
                ? text
                : Words.HELD_PART.text(held.permission().resource(), text);
    }

    private String scope(Held held) {
        String since = dates.full(held.grantedAt());
        return switch (held.scope()) {
            case ALWAYS -> Words.HELD_ALWAYS.text(since);
            case ONCE -> Words.HELD_ONCE.text(since);
            case RUN -> Words.HELD_RUN.text(since);
            case PROJECT -> {
                String project = held.owner() == null ? null : projects.get(new RecordId(held.owner()));
                yield project == null ? Words.HELD_PROJECT_GONE.text() : Words.HELD_PROJECT.text(project, since);
            }
        };
    }

    /** What a button that takes back one of several says. */
    public static String takeBack(Permission permission, List<Permission> all) {
        return all.size() == 1 ? Words.TAKE_BACK.text() : Words.TAKE_BACK_PART.text(shortName(permission));
    }

    private static String shortName(Permission permission) {
        try {
            Path name = Path.of(permission.resource()).getFileName();
            return name == null ? permission.resource() : name.toString();
        } catch (InvalidPathException e) {
            return permission.resource();
        }
    }
}
