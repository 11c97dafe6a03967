// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.files.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import officina.agent.files.internal.Finding.Kind;
import officina.api.batch.BatchResult;
import officina.api.batch.BatchResult.Count;

/**
 * What a run did, in words and numbers.
 *
 * @param files how many there are in the folders
 * @param unread how many of them cannot be read
 * @param waiting how many are left for the next run
 */
record Told(int folders, int files, Map<Kind, Integer> done, int removed, int unread, int waiting) {

    BatchResult result() {
        return new BatchResult(
                text(),
                List.of(
                        new Count("files", files),
                        new Count("new", count(Kind.NEW)),
                        new Count("changed", count(Kind.CHANGED)),
                        new Count("moved", count(Kind.MOVED)),
                        new Count("removed", removed),
                        new Count("not read", unread),
                        new Count("waiting", waiting)));
    }

    private int count(Kind kind) {
        return done.getOrDefault(kind, 0);
    }

    private String text() {
        if (folders == 0) {
            return "No folder was approved by its name."
                    + (removed == 0 ? "" : " What was known of others is forgotten.");
        }
        List<String> parts = new ArrayList<>();
        add(parts, count(Kind.NEW), "new");
        add(parts, count(Kind.CHANGED), "changed");
        add(parts, count(Kind.MOVED), "moved");
        add(parts, removed, "removed");
        String text = parts.isEmpty()
                ? "Nothing new in " + files(files) + "."
                : String.join(", ", parts) + "; " + files(files) + " in all.";
        return text
                + (unread == 0 ? "" : " " + files(unread) + " cannot be read.")
                + (waiting == 0
                        ? ""
                        : " " + files(waiting) + (waiting == 1 ? " waits" : " wait") + " for the next run.");
    }

    private static void add(List<String> parts, int number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    private static String files(int number) {
        return number == 1 ? "1 file" : number + " files";
    }
}
