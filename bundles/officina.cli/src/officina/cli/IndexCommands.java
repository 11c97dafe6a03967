// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.List;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.RecordId;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.FolderStatus;
import officina.engine.IndexedFolderItem;
import officina.engine.SyncedFolders;
import org.jspecify.annotations.Nullable;

/** {@code officina index ...}: folders whose documents are found by what they say. */
final class IndexCommands {

    private static final String FOLDER = "The folder's path, its identifier or the end of that.";

    private IndexCommands() {}

    static final class ListFolders extends EngineCommand {

        private final Given<List<String>> named =
                syntax.words(0, "FOLDER", "Only this one, with what could not be read in it.");

        private final Printed<FolderStatus> listed = syntax.prints(IndexForms.STATUS, Syntax.EACH);

        ListFolders(CommandContext context) {
            super(context, "The folders, how much of them can be found, and how many documents gave trouble.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            String one = only(named, syntax);
            RecordId id = one == null ? null : find(engine, one).id();
            List<FolderStatus> all = engine.knowledge().status().stream()
                    .filter(each -> id == null || each.item().id().equals(id))
                    .toList();
            if (out.json()) {
                all.forEach(each -> out.print(listed, each, ""));
            } else if (all.isEmpty()) {
                out.say("There is no folder. Add one: officina index add FOLDER");
            } else {
                out.table(all.stream().map(IndexForms::row).toList());
                if (id != null) {
                    IndexForms.troubles(all.getFirst(), out);
                }
            }
            return ExitCode.OK;
        }
    }

    static final class Add extends EngineCommand {

        private final Given<Path> folder = syntax.file("FOLDER", "The folder.");

        private final Given<@Nullable String> project = syntax.text(
                "--project", "PROJECT", "The project it belongs to: its name, its identifier or the end of that.");

        private final Given<Boolean> later = syntax.flag("--later", "Do not read it now.");

        private final Printed<FolderStatus> read = syntax.prints(IndexForms.STATUS, "without `--later`");

        private final Printed<IndexedFolderItem> unread = syntax.prints(IndexForms.FOLDER, "with `--later`");

        Add(CommandContext context) {
            super(
                    context,
                    "Add a folder and read its documents: text, Markdown, source code, PDF and Word files.",
                    "",
                    "Nothing is written to the folder. Hidden files, build output and what a .gitignore names are passed over.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            String owner = project.value();
            Path named = folder.value();
            given(named.toString());
            IndexedFolderItem added = engine.knowledge()
                    .add(named.toAbsolutePath().normalize(), owner == null ? null : ModelForms.project(engine, owner));
            if (later.value()) {
                out.print(unread, added, "Added " + added.folder().path() + ".");
                return ExitCode.OK;
            }
            out.say("Added " + added.folder().path() + ".");
            SyncedFolders done = engine.knowledge().sync(added.id(), context().follow("Reading"));
            told(engine, added.id(), done, read, out);
            return ExitCode.OK;
        }
    }

    static final class Remove extends EngineCommand {

        private final Given<String> folder = syntax.word("FOLDER", FOLDER);

        private final Printed<IndexedFolderItem> removed = syntax.prints(IndexForms.FOLDER);

        Remove(CommandContext context) {
            super(context, "Forget a folder and all that was read of it. Its files stay as they are.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            IndexedFolderItem found = find(engine, folder.value());
            engine.knowledge().remove(found.id());
            out.print(removed, found, "Removed " + found.folder().path() + " from the index.");
            return ExitCode.OK;
        }
    }

    static final class Sync extends EngineCommand {

        private final Given<List<String>> named =
                syntax.words(0, "FOLDER", "Only this one: its path, its identifier or the end of that.");

        private final Printed<FolderStatus> read = syntax.prints(IndexForms.STATUS, Syntax.EACH);

        Sync(CommandContext context) {
            super(
                    context,
                    "Read what is new or changed in the folders, and forget what is gone.",
                    "",
                    "Ctrl+C ends it; what was read until then can be found, and the next time goes on there.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            String one = only(named, syntax);
            RecordId id = one == null ? null : find(engine, one).id();
            if (id == null && engine.knowledge().folders().isEmpty()) {
                out.say("There is no folder. Add one: officina index add FOLDER");
                return ExitCode.OK;
            }
            told(engine, id, engine.knowledge().sync(id, context().follow("Reading")), read, out);
            return ExitCode.OK;
        }
    }

    static final class Pause extends EngineCommand {

        private final Given<String> folder = syntax.word("FOLDER", FOLDER);

        private final Printed<IndexedFolderItem> leftAlone = syntax.prints(IndexForms.FOLDER);

        Pause(CommandContext context) {
            super(context, "Leave a folder alone from now on; what was read of it is still found.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            IndexedFolderItem paused =
                    engine.knowledge().pause(find(engine, folder.value()).id());
            out.print(leftAlone, paused, "Paused " + paused.folder().path() + ".");
            return ExitCode.OK;
        }
    }

    static final class Resume extends EngineCommand {

        private final Given<String> folder = syntax.word("FOLDER", FOLDER);

        private final Printed<IndexedFolderItem> lookedAt = syntax.prints(IndexForms.FOLDER);

        Resume(CommandContext context) {
            super(context, "Look at a paused folder again, from the next time on.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            IndexedFolderItem resumed =
                    engine.knowledge().resume(find(engine, folder.value()).id());
            out.print(lookedAt, resumed, resumed.folder().path() + " is looked at again. Now: officina index sync");
            return ExitCode.OK;
        }
    }

    /** What was done, and how the folders are now. */
    private static void told(
            Engine engine, @Nullable RecordId only, SyncedFolders done, Printed<FolderStatus> as, Output out) {
        List<FolderStatus> all = engine.knowledge().status().stream()
                .filter(each -> only == null || each.item().id().equals(only))
                .toList();
        if (out.json()) {
            all.forEach(each -> out.print(as, each, ""));
            return;
        }
        if (done.folders() == 0) {
            out.say("All folders are paused. Look at one again: officina index resume FOLDER");
            return;
        }
        out.say(IndexForms.count(done.written(), "document") + " read, " + done.removed() + " forgotten.");
        all.stream().filter(each -> !each.item().folder().paused()).forEach(each -> IndexForms.troubles(each, out));
    }

    /** An empty word would mean the folder one stands in, which nobody has named. */
    private static String given(String folder) {
        if (folder.isBlank()) {
            throw new FailureException(Failure.of(
                    "usage.no-folder",
                    ErrorKind.USER,
                    "The name of the folder is empty.",
                    "Give its path; a single dot is the folder you are in."));
        }
        return Inputs.word(folder);
    }

    /** By its path, or by its identifier. */
    private static IndexedFolderItem find(Engine engine, String wanted) {
        List<IndexedFolderItem> all = engine.knowledge().folders();
        Path path = Path.of(given(wanted)).toAbsolutePath().normalize();
        return all.stream()
                .filter(each -> each.folder().path().equals(path))
                .findFirst()
                .orElseGet(() -> Ids.find(wanted, all, IndexedFolderItem::id, "folder in the index"));
    }

    /** The word, where there is one; more are refused. */
    private static @Nullable String only(Given<List<String>> named, Syntax syntax) {
        List<String> words = named.value();
        if (words.size() > 1) {
            throw syntax.refused("One folder is enough: " + String.join(" ", words));
        }
        return words.isEmpty() ? null : words.getFirst();
    }
}
