// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import officina.api.provider.ProviderDescriptor;
import officina.engine.Surrounding;
import officina.engine.Surrounding.Kind;

/**
 * Looks for what Officina could work with. Asks servers of this machine for the names of their models, and the
 * environment for names alone; starts no program, opens no other connection, changes nothing.
 */
final class LookAround {

    /** Variables in which services of models have people keep their keys. */
    private static final Set<String> KEYS = Set.of(
            "ANTHROPIC_API_KEY",
            "AZURE_OPENAI_API_KEY",
            "DEEPSEEK_API_KEY",
            "GEMINI_API_KEY",
            "GOOGLE_API_KEY",
            "GROQ_API_KEY",
            "HF_TOKEN",
            "MISTRAL_API_KEY",
            "OPENAI_API_KEY",
            "OPENROUTER_API_KEY",
            "TOGETHER_API_KEY",
            "XAI_API_KEY");

    /** Where Linux says that programs without rights may not make the namespaces that bubblewrap needs. */
    private static final List<Limit> LIMITS = List.of(
            new Limit("sys/kernel/apparmor_restrict_unprivileged_userns", "1"),
            new Limit("sys/kernel/unprivileged_userns_clone", "0"),
            new Limit("sys/user/max_user_namespaces", "0"));

    private record Limit(String file, String value) {}

    private final Set<String> names;
    private final String path;
    private final Path proc;

    /**
     * @param names of the variables of the environment; values are not wanted
     * @param path the folders of programs
     * @param proc where the system tells of itself
     */
    LookAround(Set<String> names, String path, Path proc) {
        this.names = names;
        this.path = path;
        this.proc = proc;
    }

    /** Blocks, for each server of this machine at most for a second. */
    List<Surrounding> look(List<ProviderDescriptor> providers) {
        List<Surrounding> found = new ArrayList<>(providers.stream()
                .flatMap(each -> each.presets().stream())
                .filter(each -> LocalServer.isLocal(each.address()))
                .map(each -> server(each.title(), new LocalServer(each.address())))
                .toList());
        List<String> keys = names.stream().filter(KEYS::contains).sorted().toList();
        found.add(new Surrounding(Kind.KEYS, "", !keys.isEmpty(), keys, ""));
        found.add(program("git")
                .map(git -> new Surrounding(Kind.GIT, "git", true, List.of(git.toString()), ""))
                .orElseGet(() -> new Surrounding(Kind.GIT, "git", false, List.of(), "")));
        found.add(program("bwrap")
                .map(bwrap -> new Surrounding(Kind.SANDBOX, "bubblewrap", !limited(), List.of(bwrap.toString()), ""))
                .orElseGet(() -> new Surrounding(Kind.SANDBOX, "bubblewrap", false, List.of(), "")));
        return List.copyOf(found);
    }

    private static Surrounding server(String title, LocalServer server) {
        Optional<List<String>> models = server.models();
        return new Surrounding(
                Kind.MODEL_SERVER,
                title,
                models.isPresent(),
                models.orElse(List.of()),
                server.address().toString());
    }

    private Optional<Path> program(String name) {
        return Stream.of(path.split(Pattern.quote(File.pathSeparator)))
                .filter(folder -> folder.startsWith("/"))
                .flatMap(folder -> file(folder, name).stream())
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    private static Optional<Path> file(String folder, String name) {
        try {
            return Optional.of(Path.of(folder, name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private boolean limited() {
        return LIMITS.stream().anyMatch(limit -> limit.value().equals(told(proc.resolve(limit.file()))));
    }

    /** A line of the system; empty where it does not say. */
    private static String told(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }
}
