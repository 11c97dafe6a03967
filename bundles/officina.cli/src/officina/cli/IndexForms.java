// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.List;
import officina.api.document.DocumentTrouble;
import officina.api.error.Failure;
import officina.api.memory.IndexHit;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;

/** Folders of the index and what is found in them, as JSON and as text. */
final class IndexForms {

    /** More troubles are counted and not printed. */
    private static final int SHOWN = 10;

    static final JsonForm<IndexedFolderItem> FOLDER = JsonForm.<IndexedFolderItem>of(
                    "folder", "A folder whose documents are found by what they say.")
            .with("folder", JsonKind.IDENTIFIER, "Its identifier.", IndexedFolderItem::id)
            .with("path", JsonKind.PATH, "Where it is.", item -> item.folder().path())
            .with(
                    "project",
                    JsonKind.IDENTIFIER,
                    "The project it belongs to.",
                    item -> item.folder().project())
            .with(
                    "paused",
                    JsonKind.FLAG,
                    "Whether it is left alone.",
                    item -> item.folder().paused());

    private static final JsonForm<DocumentTrouble> TROUBLE = JsonForm.<DocumentTrouble>of(
                    "trouble", "A document that gave nothing, or less than there is.")
            .with("path", JsonKind.TEXT, "In the folder; empty for the folder itself.", DocumentTrouble::path)
            .with(
                    "code",
                    JsonKind.TEXT,
                    "Stable; the [failure codes](errors.md).",
                    trouble -> trouble.failure().code())
            .with(
                    "message",
                    JsonKind.TEXT,
                    "What happened, for people.",
                    trouble -> trouble.failure().message())
            .withPresent(
                    "remedy",
                    JsonKind.TEXT,
                    "What to do, if something can be done.",
                    trouble -> trouble.failure().remedy());

    static final JsonForm<FolderStatus> STATUS = FOLDER.<FolderStatus>begins(
                    "folder with its state", "A folder and how much of it can be found.", FolderStatus::item)
            .with("files", JsonKind.NUMBER, "Documents that were read, or tried.", FolderStatus::files)
            .with("passages", JsonKind.NUMBER, "Passages that can be found.", FolderStatus::passages)
            .with(
                    "wordsOnly",
                    JsonKind.NUMBER,
                    "Documents of these that are found by words alone for now.",
                    FolderStatus::wordsOnly)
            .with(
                    "troubled",
                    JsonKind.NUMBER,
                    "Documents and folders that gave nothing, or less than there is.",
                    FolderStatus::troubled)
            .withNull(
                    "syncedAt",
                    JsonKind.MOMENT,
                    "When it was last read to the end; null for never.",
                    FolderStatus::syncedAt)
            .with("atWork", JsonKind.FLAG, "Whether it is being read, or waits for that.", FolderStatus::atWork)
            .withPresent(
                    "failure",
                    JsonKind.one(FailureForms.FAILURE),
                    "Why it was not read to the end the last time, if it was not.",
                    FolderStatus::failure)
            .with(
                    "troubles",
                    JsonKind.many(TROUBLE),
                    "The first " + FolderStatus.MOST + " troubles.",
                    FolderStatus::troubles);

    static final JsonForm<IndexHit> HIT = JsonForm.<IndexHit>of("passage", "A passage that was found.")
            .with(
                    "collection",
                    JsonKind.TEXT,
                    "Where it was found.",
                    hit -> hit.collection().name())
            .with("document", JsonKind.TEXT, "The identifier of the document; for a file its path.", IndexHit::document)
            .with("title", JsonKind.TEXT, "For people.", IndexHit::title)
            .with("place", JsonKind.TEXT, "Where in the document; empty for all of it.", IndexHit::place)
            .with("text", JsonKind.TEXT, "What it says.", IndexHit::text)
            .with(
                    "score",
                    JsonKind.NUMBER,
                    "Orders the passages of one search, 0 to 1; it says nothing about how good they are.",
                    IndexHit::score)
            .withPresent(
                    "closeness",
                    JsonKind.NUMBER,
                    "Of meaning, the cosine of question and passage; absent where only words were compared.",
                    IndexHit::closeness);

    private IndexForms() {}

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
