// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.List;
import officina.api.document.DocumentTrouble;
import officina.api.error.Failure;
import officina.api.json.JsonArray;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.api.memory.IndexHit;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;

/** Folders of the index and what is found in them, as JSON and as text. */
final class IndexForms {

    /** More troubles are counted and not printed. */
    private static final int SHOWN = 10;

    private IndexForms() {}

    static JsonObject folder(IndexedFolderItem item) {
        return JsonObject.EMPTY
                .with("folder", item.id())
                .with("path", item.folder().path())
                .with("project", item.folder().project())
                .with("paused", item.folder().paused());
    }

    static JsonObject folder(FolderStatus status) {
        Failure failure = status.failure();
        return folder(status.item())
                .with("files", status.files())
                .with("passages", status.passages())
                .with("wordsOnly", status.wordsOnly())
                .with("troubled", status.troubled())
                .with("syncedAt", status.syncedAt())
                .with("atWork", status.atWork())
                .withPresent("failure", failure == null ? null : JsonForms.failure(failure))
                .with(
                        "troubles",
                        new JsonArray(status.troubles().stream()
                                .<JsonValue>map(IndexForms::trouble)
                                .toList()));
    }

    private static JsonObject trouble(DocumentTrouble trouble) {
        return JsonObject.EMPTY
                .with("path", trouble.path())
                .with("code", trouble.failure().code())
                .with("message", trouble.failure().message())
                .withPresent("remedy", trouble.failure().remedy());
    }

    static List<String> row(FolderStatus status) {
        return List.of(
                Ids.shown(status.item().id()),
                count(status.files(), "document"),
                count(status.passages(), "passage"),
                status.troubled() == 0 ? "" : status.troubled() + " with trouble",
                state(status),
                inLine(status.item().folder().path().toString()));
    }

    private static String state(FolderStatus status) {
        if (status.atWork()) {
            return "being read";
        }
        if (status.item().folder().paused()) {
            return "paused";
        }
        return status.syncedAt() == null ? "never read" : "read " + Words.moment(status.syncedAt());
    }

    /** What could not be read, and what of the folder is found by words alone. */
    static void troubles(FolderStatus status, Output out) {
        status.troubles().stream().limit(SHOWN).forEach(each -> out.say(line(each)));
        if (status.troubled() > SHOWN) {
            out.say("... and " + (status.troubled() - SHOWN) + " more; --json tells them all.");
        }
        if (status.wordsOnly() > 0) {
            out.say(count(status.wordsOnly(), "document") + " can be found by words alone; officina doctor says why.");
        }
        Failure failure = status.failure();
        if (failure != null) {
            out.say("The last time ended early: " + failure.message());
        }
    }

    private static String line(DocumentTrouble trouble) {
        String where = trouble.path().isEmpty() ? "The folder" : inLine(trouble.path());
        return where + ": " + trouble.failure().told();
    }

    static JsonObject hit(IndexHit hit) {
        return JsonObject.EMPTY
                .with("collection", hit.collection().name())
                .with("document", hit.document())
                .with("title", hit.title())
                .with("place", hit.place())
                .with("text", hit.text())
                .with("score", hit.score())
                .withPresent("closeness", hit.closeness());
    }

    /** Where it stands, then the passage. */
    static String text(IndexHit hit) {
        String place = hit.place().isEmpty() ? "" : ", " + hit.place();
        return inLine(shown(hit.document())) + place + "\n    "
                + hit.text().strip().replaceAll("\\R", "\n    ");
    }

    /** As somebody in the folder below would type it. */
    private static String shown(String document) {
        Path here = Path.of("").toAbsolutePath();
        Path file = Path.of(document);
        return file.isAbsolute() && file.startsWith(here) && here.getNameCount() > 0
                ? here.relativize(file).toString()
                : document;
    }

    /** Names may hold anything; a line break in one would make a line of its own that nobody has written. */
    private static String inLine(String name) {
        return name.replaceAll("[\\p{Cc}\\u2028\\u2029]", "\ufffd");
    }

    static String count(int number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }
}
