// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.api.permission.PermissionType;
import officina.cli.Syntax.Printed;
import officina.engine.Engine;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Installation;
import officina.engine.PluginItem.Right;
import officina.engine.PluginItem.Waiting;
import org.jspecify.annotations.Nullable;

/** Plug-ins: what they are, what they may, and why one is not there. */
final class PluginCommands {

    private static final String RESOURCE =
            "With what: a record kind, a folder, host:port ...; '*' for all. Left out only for notify.";

    private PluginCommands() {}

    static final class ListPlugins extends EngineCommand {

        private final Printed<PluginItem> listed = syntax.prints(PluginForms.PLUGIN, Syntax.EACH);

        ListPlugins(CommandContext context) {
            super(context, "Plug-ins, and whether they are at work.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            List<PluginItem> plugins = engine.plugins().list();
            if (out.json()) {
                plugins.forEach(each -> out.print(listed, each, ""));
            } else {
                out.table(plugins.stream()
                        .map(each -> List.of(
                                each.id().value(),
                                String.join(", ", each.kinds()),
                                each.version(),
                                state(each),
                                each.bundled() ? "came with Officina" : isUnsigned(each) ? "not signed" : ""))
                        .toList());
            }
            return ExitCode.OK;
        }
    }

    static final class Info extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

        Info(CommandContext context) {
            super(context, "What a plug-in asks for, what it may, and what that allows together.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = find(engine, plugin.value());
            out.print(shown, item, text(item));
            return ExitCode.OK;
        }

        private static String text(PluginItem item) {
            List<String> lines = new ArrayList<>();
            lines.add(item.id() + (item.kinds().isEmpty() ? "" : " (" + String.join(", ", item.kinds()) + ")"));
            if (!item.bundle().isEmpty()) {
                lines.add("Version " + item.version() + " in the bundle " + item.bundle()
                        + (item.bundled() ? ", which came with Officina." : "."));
                if (!item.bundled() && !item.publisher().isEmpty()) {
                    lines.add("It says that it is by " + item.publisher() + ", which nobody has proved.");
                }
                Installation installation = item.installation();
                if (installation != null) {
                    lines.add(origin(installation));
                    if (!installation.previous().isEmpty()) {
                        lines.add("The version before was " + installation.previous() + ".");
                    }
                    Waiting next = installation.waiting();
                    if (next != null) {
                        lines.add("Version " + next.version() + " waits for: "
                                + next.asks().stream()
                                        .filter(each -> !each.optional())
                                        .map(each -> each.permission().toString())
                                        .collect(Collectors.joining(", "))
                                + ".");
                    }
                }
            }
            lines.add("It is " + state(item) + ".");
            lines.add("");
            lines.add(item.rights().isEmpty() ? "It asks for no permission." : "Permissions:");
            item.rights().forEach(right -> lines.addAll(lines(right)));
            if (!item.risks().isEmpty()) {
                lines.add("");
                lines.addAll(item.risks());
            }
            if (!item.problems().isEmpty()) {
                lines.add("");
                lines.addAll(item.problems());
            }
            return String.join("\n", lines);
        }

        private static String origin(Installation installation) {
            if (installation.keys().isEmpty()) {
                return "It was installed without a signature: nobody answers for it but who installed it.";
            }
            String key = String.join(", ", installation.keys());
            return installation.signer().isEmpty()
                    ? "It is signed with the key " + key + ", which you do not trust any more."
                    : "It is signed by " + installation.signer() + ", with the key " + key + ".";
        }

        private static List<String> lines(Right right) {
            boolean held = !right.grants().isEmpty();
            List<String> lines = new ArrayList<>();
            lines.add("  " + (held ? "[granted] " : right.optional() ? "[refused, optional] " : "[refused] ")
                    + right.permission());
            if (!right.reason().isEmpty()) {
                lines.add("      " + right.reason());
            } else {
                lines.add("      It does not ask for that any more.");
            }
            right.grants()
                    .forEach(grant -> lines.add("      "
                            + (grant.permission().equals(right.permission())
                                    ? ""
                                    : grant.permission().resource() + ": ")
                            + Words.of(grant.scope())
                            + (grant.owner() == null ? "" : " " + grant.owner()) + ", since "
                            + Words.moment(grant.grantedAt())));
            return lines;
        }
    }

    static final class Why extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

        Why(CommandContext context) {
            super(
                    context,
                    "Why a plug-in is not at work, or cannot do what it is for.",
                    "",
                    "Ends with 1 when something is wrong.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = find(engine, plugin.value());
            List<String> reasons = new ArrayList<>(item.problems());
            if (item.state() == PluginItem.State.GONE) {
                reasons.add("It is not installed; only what it was granted is left.");
            }
            for (Right right : item.rights()) {
                if (right.grants().isEmpty() && !right.optional()) {
                    reasons.add("It needs the permission " + right.permission() + ", which it does not have. Allow it: "
                            + toGrant(item.id(), right.permission()));
                }
            }
            boolean well = reasons.isEmpty() && item.state() == PluginItem.State.AT_WORK;
            out.print(
                    shown,
                    item,
                    well
                            ? item.id() + " is at work, with every permission it needs."
                            : reasons.isEmpty() ? item.id() + " is not at work." : String.join("\n", reasons));
            return well ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    static final class Grant extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Given<String> type = syntax.word("PERMISSION", "What may be done, like store.read.");
        private final Given<List<String>> resource = syntax.words(0, "RESOURCE", RESOURCE);
        private final Given<Boolean> once = syntax.flag("--once", "For one use; then it is spent.");
        private final Given<@Nullable String> project =
                syntax.text("--project", "<project>", "Only for what is done in that project.");
        private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

        Grant(CommandContext context) {
            super(
                    context,
                    "Allow a plug-in what its manifest asks for, until you take it back.",
                    "",
                    "Where it asks for any folder, name the one it may have.",
                    "Example: officina plugins grant agent.files fs.read ~/Documents");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = find(engine, plugin.value());
            String named = project.value();
            if (once.value() && named != null) {
                throw wrong("--once and --project do not go together.", "Choose one of them.");
            }
            RecordId owner =
                    named == null ? null : ProjectCommands.find(engine, named).id();
            GrantScope scope = once.value() ? GrantScope.ONCE : owner == null ? GrantScope.ALWAYS : GrantScope.PROJECT;
            Permission granted =
                    engine.plugins().grant(item.id(), permission(type.value(), resource.value()), scope, owner);
            out.print(shown, find(engine, plugin.value()), item.id() + " may " + meaning(granted) + " now.");
            return ExitCode.OK;
        }
    }

    static final class Revoke extends EngineCommand {

        private final Given<String> plugin = plugin(syntax);
        private final Given<String> type = syntax.word("PERMISSION", "What may not be done any more.");
        private final Given<List<String>> resource = syntax.words(0, "RESOURCE", RESOURCE);
        private final Printed<PluginItem> shown = syntax.prints(PluginForms.PLUGIN);

        Revoke(CommandContext context) {
            super(context, "Take back from a plug-in what it was granted; it holds from its next use on.");
        }

        @Override
        ExitCode run(Engine engine, Output out) {
            PluginItem item = find(engine, plugin.value());
            Permission permission = permission(type.value(), resource.value());
            engine.plugins().revoke(item.id(), permission);
            // one that is gone is not known without its grants
            PluginItem left = engine.plugins().list().stream()
                    .filter(each -> each.id().equals(item.id()))
                    .findFirst()
                    .orElse(new PluginItem(
                            item.id(),
                            List.of(),
                            "",
                            "",
                            "",
                            false,
                            PluginItem.State.GONE,
                            List.of(),
                            List.of(),
                            List.of(),
                            null));
            out.print(shown, left, item.id() + " may not " + meaning(permission) + " any more.");
            return ExitCode.OK;
        }
    }

    private static boolean isUnsigned(PluginItem item) {
        Installation installation = item.installation();
        return installation != null && installation.keys().isEmpty();
    }

    static Given<String> plugin(Syntax syntax) {
        return syntax.word("PLUGIN", "Its identifier, like agent.task.");
    }

    static PluginItem find(Engine engine, String wanted) {
        return engine.plugins().find(identifier(wanted));
    }

    static PluginId identifier(String wanted) {
        try {
            return new PluginId(wanted);
        } catch (IllegalArgumentException e) {
            throw wrong("\"" + wanted + "\" is no identifier of a plug-in.", "\"officina plugins list\" shows them.");
        }
    }

    /** Where a permission is for something, that has to be named: nobody grants everything by leaving out a word. */
    private static Permission permission(String word, List<String> resource) {
        PermissionType type = type(word);
        if (type == PermissionType.NOTIFY) {
            return new Permission(type, Permission.ANY);
        }
        if (resource.size() != 1) {
            throw wrong(
                    resource.isEmpty()
                            ? "The permission " + type + " is for something, which is not named."
                            : "The permission " + type + " is for one thing at a time.",
                    "For example: officina plugins grant PLUGIN " + type
                            + placeholder(new Permission(type, Permission.ANY)) + "; in quotes, '*' stands for all.");
        }
        String named = resource.getFirst();
        boolean folder = type == PermissionType.FS_READ || type == PermissionType.FS_WRITE;
        return new Permission(type, folder && !named.equals(Permission.ANY) ? whole(named) : named);
    }

    private static PermissionType type(String word) {
        try {
            return PermissionType.parse(word);
        } catch (IllegalArgumentException e) {
            throw wrong(
                    "There is no permission \"" + word + "\".",
                    "\"officina plugins info PLUGIN\" shows those that a plug-in asks for.");
        }
    }

    /** The engine follows links and what leads back; here only the folder of now is put before it. */
    private static String whole(String folder) {
        try {
            return Path.of(folder).toAbsolutePath().toString();
        } catch (InvalidPathException e) {
            throw wrong("\"" + folder + "\" is no path.", "Name a folder.");
        }
    }

    /** The command that allows it. */
    static String toGrant(PluginId plugin, Permission permission) {
        return "officina plugins grant " + plugin + " " + permission.type() + placeholder(permission);
    }

    /** What to write for the resource; a star would be taken by the shell. */
    private static String placeholder(Permission permission) {
        boolean any = permission.resource().equals(Permission.ANY);
        return switch (permission.type()) {
            case NOTIFY -> "";
            case FS_READ, FS_WRITE -> any ? " FOLDER" : " " + permission.resource();
            case NET_CONNECT -> any ? " HOST:PORT" : " " + permission.resource();
            default -> any ? " '*'" : " " + permission.resource();
        };
    }

    private static String meaning(Permission permission) {
        String resource = permission.resource();
        return permission.type().meaning() + (resource.equals(Permission.ANY) ? "" : " \"" + resource + "\"");
    }

    private static String state(PluginItem item) {
        return switch (item.state()) {
            case AT_WORK -> "at work";
            case NOT_AT_WORK -> "not at work";
            case GONE -> "not installed";
        };
    }

    static FailureException wrong(String message, String remedy) {
        return new FailureException(Failure.of("usage.plugin", ErrorKind.USER, message, remedy));
    }
}
