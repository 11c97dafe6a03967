// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.Path;
import java.util.List;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.PublisherItem;

/** Whose plug-ins can be installed, and what publishers do themselves. */
final class PublisherCommands {

    private PublisherCommands() {}

    static final class ListKeys extends EngineCommand {

        private final Printed<PublisherItem> listed = syntax.prints(PluginForms.PUBLISHER, Syntax.EACH);

        ListKeys(CommandContext context) {
            super(context, "Whose plug-ins can be installed, by their keys.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<PublisherItem> all = engine.plugins().publishers();
            if (out.json()) {
                all.forEach(each -> out.print(listed, each, ""));
            } else {
                out.table(all.stream()
                        .map(each -> List.of(
                                each.key(),
                                each.name(),
                                each.since() == null ? "built in" : "since " + Words.moment(each.since())))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Trust extends EngineCommand {

        private final Given<String> key = key(syntax);
        private final Given<String> name = syntax.word("NAME", "Whose key it is, as you call them.");
        private final Printed<PublisherItem> listed = syntax.prints(PluginForms.PUBLISHER);

        Trust(CommandContext context) {
            super(
                    context,
                    "Let plug-ins be installed that are signed with a key.",
                    "",
                    "Compare the key with what its publisher says, on their own pages or on paper: not with what came with",
                    "the plug-in. It gives no plug-in a right; those you grant one by one.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.plugins().trust(key.value(), name.value());
            PublisherItem made = engine.plugins().publishers().stream()
                    .filter(each -> each.key().equals(key.value().strip()))
                    .findFirst()
                    .orElse(new PublisherItem(key.value(), name.value(), null));
            out.print(listed, made, "What " + made.name() + " signs can be installed now.");
            return ExitCode.OK;
        }
    }

    static final class Forget extends EngineCommand {

        private final Given<String> key = key(syntax);

        Forget(CommandContext context) {
            super(context, "Let nothing more be installed that is signed with a key; what was installed stays.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            engine.plugins().forget(key.value());
            out.say("Nothing more that is signed with it can be installed.");
            return ExitCode.OK;
        }
    }

    static final class Make extends FolderCommand {

        private final Given<Path> file = syntax.file("FILE", "Where the pair of keys is to be kept.");
        private final Printed<String> made = syntax.prints(PluginForms.PUBLIC_KEY);

        Make(CommandContext context) {
            super(
                    context,
                    "Make a pair of keys to sign plug-ins with, and print the public one.",
                    "",
                    "Keep the file where only you come to, and a copy of it elsewhere: who has it can sign as you, and who",
                    "has lost it cannot. No data is touched.");
        }

        @Override
        public Integer call() {
            String key = context().own().publishing().makeKey(file.value().toAbsolutePath());
            output().print(made, key, key);
            return ExitCode.OK.number();
        }
    }

    static final class Sign extends FolderCommand {

        private final Given<Path> file = syntax.file("JAR", "The file of the bundle.");
        private final Given<List<Path>> keys = syntax.files(
                "--key", "FILE", "A file that \"plugins keys make\" made; several to come to another key.");

        private final Printed<Path> signed = syntax.prints(PluginForms.SIGNATURE);

        Sign(CommandContext context) {
            super(
                    context,
                    "Sign a bundle; the signature is a file beside it that goes with it.",
                    "",
                    "Nothing of the bundle runs, and no data is touched.");
        }

        @Override
        public Integer call() {
            Path made = context()
                    .own()
                    .publishing()
                    .sign(
                            file.value().toAbsolutePath(),
                            keys.value().stream().map(Path::toAbsolutePath).toList());
            output().print(signed, made, made.toString());
            return ExitCode.OK.number();
        }
    }

    static final class Publish extends FolderCommand {

        private final Given<Path> folder = syntax.file("FOLDER", "Where the bundles lie.");
        private final Given<String> name =
                syntax.text("--name", "NAME", "What the catalogue is called; it stays so.", "plugins");
        private final Given<List<Path>> keys = syntax.files(
                "--key", "FILE", "A file that \"plugins keys make\" made; several to come to another key.");
        private final Printed<Path> made = syntax.prints(CatalogForms.FILE);

        Publish(CommandContext context) {
            super(
                    context,
                    "Make the catalogue of a folder with bundles, or make it anew.",
                    "",
                    "It and the bundles without a signature are signed. The folder, a copy of it or an https server with its",
                    "files is what others name with \"plugins catalogs add\". Nothing of the bundles runs, and no data is touched.");
        }

        @Override
        public Integer call() {
            Path file = context()
                    .own()
                    .publishing()
                    .catalog(
                            folder.value().toAbsolutePath(),
                            name.value(),
                            keys.value().stream().map(Path::toAbsolutePath).toList());
            output().print(made, file, file.toString());
            return ExitCode.OK.number();
        }
    }

    private static Given<String> key(Syntax syntax) {
        return syntax.word("KEY", "As its publisher tells it: ed25519: and 43 letters.");
    }
}
