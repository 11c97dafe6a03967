// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import officina.cli.Syntax.Printed;
import picocli.CommandLine;

/** Makes the reference page of what commands print with {@code --json}. */
final class JsonPage {

    private final Map<String, JsonForm<?>> forms = new TreeMap<>();
    private final Map<String, List<String>> printers = new TreeMap<>();

    private JsonPage() {}

    static String of(CommandLine commands) {
        JsonPage page = new JsonPage();
        page.collect(FailureForms.ERROR);
        page.collect(commands);
        return page.text();
    }

    /** What a command says that it prints. */
    static List<Printed<?>> printed(CommandLine command) {
        return command.getCommandSpec().userObject() instanceof FolderCommand each ? each.syntax.printed() : List.of();
    }

    static String words(List<Printed<?>> printed, String page) {
        return printed.stream()
                .map(each -> (each.form().link(page) + " " + each.when()).strip())
                .collect(Collectors.joining("; "));
    }

    private void collect(CommandLine command) {
        for (Printed<?> each : printed(command)) {
            collect(each.form());
            printers.computeIfAbsent(each.form().name(), _ -> new ArrayList<>())
                    .add("`" + command.getCommandSpec().qualifiedName() + "`");
        }
        command.getSubcommands().values().forEach(this::collect);
    }

    /** A form and those inside it. Two of one name would have one place on the page. */
    private void collect(JsonForm<?> form) {
        JsonForm<?> before = forms.putIfAbsent(form.name(), form);
        if (before == form) {
            return;
        }
        if (before != null) {
            throw new IllegalStateException("two forms are called " + form.name());
        }
        for (JsonForm.Member<?, ?> member : form.members()) {
            JsonForm<?> inside = member.kind().form();
            if (inside != null) {
                collect(inside);
            }
        }
    }

    private String text() {
        StringBuilder page = new StringBuilder("""
                # JSON of the command line

                GENERATED from the forms that the commands print, do not edit.

                What stands on standard output with `--json`, one value a line; [command line](cli.md) says which command prints what.
                Members are added, never renamed or removed, so pass over those that you do not know.
                The same holds for the texts of members that are one of several.
                An identifier is a text without spaces, for records, runs and conversations a UUID.
                """);
        forms.values().forEach(form -> append(form, page));
        return page.toString();
    }

    private void append(JsonForm<?> form, StringBuilder page) {
        page.append("\n## ")
                .append(form.name())
                .append("\n\n")
                .append(form.meaning())
                .append('\n');
        List<String> commands = printers.get(form.name());
        if (commands != null) {
            page.append("Printed by ").append(String.join(", ", commands)).append(".\n");
        }
        if (form.members().isEmpty()) {
            return;
        }
        page.append("\n| member | is | always there | meaning |\n|---|---|---|---|\n");
        for (JsonForm.Member<?, ?> member : form.members()) {
            page.append("| `%s` | %s | %s | %s |\n"
                    .formatted(member.name(), member.kind().words(), there(member.without()), member.meaning()));
        }
    }

    private static String there(JsonForm.Without without) {
        return switch (without) {
            case NEVER -> "yes";
            case NULL -> "yes, or null";
            case ABSENT -> "no";
        };
    }
}
