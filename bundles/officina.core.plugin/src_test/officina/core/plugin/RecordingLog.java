// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.util.ArrayList;
import java.util.List;
import officina.api.permission.AccessRecord;

/** Remembers what was logged, in order. */
final class RecordingLog implements AccessLog {

    final List<String> lines = new ArrayList<>();

    @Override
    public void used(AccessRecord access) {
        lines.add("used " + access);
    }

    @Override
    public void denied(AccessRecord access) {
        lines.add("denied " + access);
    }

    /** What was done to what, in short. */
    List<String> actions() {
        return lines.stream()
                .map(line -> line.replaceAll(
                        "(\\w+) AccessRecord\\[.*permission=([^,]*), action=([^,]*), resource=(.*)]", "$1 $2: $3 $4"))
                .toList();
    }
}
