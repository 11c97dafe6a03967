// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.Console;
import java.util.List;
import java.util.Locale;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.ProjectItem;
import officina.engine.UntrackedProject;

/** {@code officina projects ...}: what conversations and to-dos belong to. */
final class ProjectCommands {

    private ProjectCommands() {}

    static final class ListProjects extends EngineCommand {

        private final Printed<ProjectItem> listed = syntax.prints(RecordForms.PROJECT, Syntax.EACH);

        ListProjects(CommandContext context) {
            super(context, "Projects, by name.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<ProjectItem> projects = engine.projects().list();
            if (out.json()) {
                projects.forEach(each -> out.print(listed, each, ""));
            } else {
                out.table(projects.stream()
                        .map(each -> List.of(
                                Ids.shown(each.id()),
                                each.project().name(),
                                each.project().standard() ? "default" : ""))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Add extends EngineCommand {

        private final Given<List<String>> name = syntax.words(1, "NAME", "What it is called.");

        private final Printed<ProjectItem> made = syntax.prints(RecordForms.PROJECT);

        Add(CommandContext context) {
            super(context, "Make a project.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            ProjectItem added = engine.projects().add(Inputs.word(String.join(" ", name.value())));
            out.print(made, added, "Added the project \"" + added.project().name() + "\": " + Ids.shown(added.id()));
            return ExitCode.OK;
        }
    }

    static final class Untrack extends EngineCommand {

        /** What the person types, so that no single key press does it. */
        static final String WORD = "untrack";

        private final Given<String> project =
                syntax.word("PROJECT", "The project's name, its identifier or the end of that.");

        private final Given<Boolean> yes = syntax.flag("--yes", "Do not ask.");

        private final Printed<UntrackedProject> forgotten = syntax.prints(RecordForms.UNTRACKED);

        Untrack(CommandContext context) {
            super(
                    context,
                    "Forget a project for ever: its conversations, to-dos, settings and grants, out of the files, too.",
                    "",
                    "It cannot be undone. Your own files are not touched. What conversations of other projects tell of it"
                            + " stays in them.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            ProjectItem found = find(engine, project.value());
            if (!yes.value()) {
                confirm(found.project().name());
            }
            UntrackedProject done =
                    engine.projects().untrack(found.id(), context().follow("Forgetting"));
            out.print(
                    forgotten,
                    done,
                    "Untracked \"" + done.name() + "\": " + count(done.conversations(), "conversation") + " and "
                            + count(done.records(), "to-do or setting", "to-dos and settings") + " are gone, "
                            + count(done.events(), "event") + " out of the journal.");
            return ExitCode.OK;
        }

        private void confirm(String name) {
            Console console = console();
            if (console == null) {
                throw unconfirmed("Nobody can be asked whether the project is to be forgotten.", "Say it with --yes.");
            }
            String typed = console.readLine(
                    "The project \"%s\" and all that is kept for it will be gone for good. Type %s to go on: ",
                    Output.printable(name), WORD);
            if (typed == null || !typed.strip().equals(WORD)) {
                throw unconfirmed("Nothing was changed.", "Type the word " + WORD + ", or say --yes.");
            }
        }

        private static FailureException unconfirmed(String message, String remedy) {
            return new FailureException(Failure.of("project.unconfirmed", ErrorKind.USER, message, remedy));
        }

        private static String count(long number, String one) {
            return count(number, one, one + "s");
        }

        private static String count(long number, String one, String many) {
            return number + " " + (number == 1 ? one : many);
        }
    }

    /** By its name, without regard to case, or by its identifier. */
    static ProjectItem find(Engine engine, String wanted) {
        List<ProjectItem> all = engine.projects().list();
        return all.stream()
                .filter(each -> each.project()
                        .name()
                        .toLowerCase(Locale.ROOT)
                        .equals(wanted.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseGet(() -> Ids.find(wanted, all, ProjectItem::id, "project"));
    }
}
