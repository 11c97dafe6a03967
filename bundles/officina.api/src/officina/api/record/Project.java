// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.record;

import java.util.List;
import officina.api.id.RecordId;
import officina.api.json.JsonObject;

/**
 * What the user works in: record kind {@code project}. A default project always exists.
 *
 * @param group the group it belongs to
 * @param folders absolute paths of the folders it works on
 * @param standard whether it is the default project
 */
public record Project(String name, RecordId group, List<String> folders, boolean standard) {

    public Project {
        folders = List.copyOf(folders);
    }

    public static Project from(JsonObject fields) {
        return new Project(
                fields.requireText("name"),
                Fields.id(fields, "group"),
                fields.texts("folders"),
                fields.flag("standard"));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY
                .with("name", name)
                .with("group", group)
                .with("folders", folders)
                .with("standard", standard);
    }
}
