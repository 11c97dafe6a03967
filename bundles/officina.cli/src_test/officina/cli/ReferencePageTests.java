// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import officina.cli.Syntax.Printed;
import officina.engine.remote.EngineDoor;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The reference page of the command line is generated from the commands. */
class ReferencePageTests {

    private static final String JSON = "cli-json.md";

    @Test
    void the_reference_page_is_what_the_commands_say() throws IOException {
        compare("cli.md", page(commands()));
    }

    @Test
    void the_page_of_json_is_what_the_forms_say() throws IOException {
        compare(JSON, JsonPage.of(commands()));
    }

    private static void compare(String name, String generated) throws IOException {
        Path page = root().resolve("docs/reference").resolve(name);
        if (Boolean.getBoolean("regenerate")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, generated);
        }
        assertEquals(generated, Files.readString(page), "regenerate it with -Dregenerate=true");
    }

    private static CommandLine commands() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Terminal terminal = new Terminal(InputStream.nullInputStream(), nowhere, nowhere, false);
        CommandContext context = new CommandContext(
                terminal,
                new EngineDoor(
                        () -> new FakeFactory(options -> {
                            throw new IllegalStateException("help needs no engine");
                        }),
                        "",
                        Duration.ZERO),
                Map.of());
        return Commands.tree("", context);
    }

    private static String page(CommandLine commands) {
        StringBuilder page = new StringBuilder("# Command line\n\nGENERATED from the commands, do not edit.\n\n");
        page.append(
                "With `--json` among the words every result is one JSON value a line on standard output, and a failure");
        page.append(" one on standard error: an ")
                .append(FailureForms.ERROR.link(JSON))
                .append(", also where the words");
        page.append(" are wrong.\n[All members of all values](").append(JSON);
        page.append(") with their meanings; members are added, never renamed or removed.\n\n");
        page.append("## Exit codes\n\n| code | meaning |\n|---|---|\n");
        for (ExitCode code : ExitCode.values()) {
            page.append("| ")
                    .append(code.number())
                    .append(" | ")
                    .append(code.meaning())
                    .append(" |\n");
        }
        page.append("\n## Failure codes and exit codes\n\nThe stable codes and their exit codes: `engine.in-use` 4; ");
        page.append(
                "other `engine.*` and all `vault.*` 5; `usage.*` and `settings.unknown` 2; others of kind INTERNAL 70; everything else 1.\n");
        page.append("[All failure codes](errors.md) with what happened and what to do.\n");
        append(commands, page);
        return page.toString();
    }

    private static void append(CommandLine command, StringBuilder page) {
        String usage = Arrays.stream(command.getUsageMessage().split("\\R"))
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n"));
        page.append("\n## ").append(command.getCommandSpec().qualifiedName()).append("\n\n```\n");
        page.append(usage).append("\n```\n");
        List<Printed<?>> printed = JsonPage.printed(command);
        if (!printed.isEmpty()) {
            page.append("\n`--json` prints: ")
                    .append(JsonPage.words(printed, JSON))
                    .append(".\n");
        }
        command.getSubcommands().values().forEach(each -> append(each, page));
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (Files.notExists(folder.resolve("target-platform"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
