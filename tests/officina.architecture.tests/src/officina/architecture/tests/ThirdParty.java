// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the target file names, with the licence that each artifact's own description states. */
final class ThirdParty {

    /** One artifact of the target file; the bundle's name has variables, and is empty where its own manifest has it. */
    record Artifact(String group, String name, String version, String licence, boolean inProduct, String bundle) {}

    private static final Pattern LOCATION =
            Pattern.compile("<location[^>]* label=\"([^\"]+)\".*?</location>", Pattern.DOTALL);
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<]+)</version>");
    private static final Pattern GENERATED = Pattern.compile("^Bundle-SymbolicName: *(\\S+)$", Pattern.MULTILINE);
    private static final Pattern LICENCES = Pattern.compile("<licenses>(.*?)</licenses>", Pattern.DOTALL);
    private static final Pattern LICENCE = Pattern.compile("<license>.*?<name>([^<]+)</name>", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);

    /** The names under which licences go, brought to the SPDX identifier. */
    private static final Map<Pattern, String> NAMES = names();

    private final Path repository;

    ThirdParty(Path repository) {
        this.repository = repository;
    }

    List<Artifact> read(String target) {
        TreeMap<String, Artifact> artifacts = new TreeMap<>();
        Matcher location = LOCATION.matcher(target);
        while (location.find()) {
            boolean inProduct = !location.group(1).equals("Build and tests only");
            Matcher generated = GENERATED.matcher(location.group());
            String bundle = generated.find() ? generated.group(1) : "";
            Matcher dependency = DEPENDENCY.matcher(location.group());
            while (dependency.find()) {
                String group = dependency.group(1);
                String name = dependency.group(2);
                String version = dependency.group(3);
                artifacts.put(
                        group + ":" + name,
                        new Artifact(group, name, version, licence(group, name, version, 0), inProduct, bundle));
            }
        }
        return List.copyOf(artifacts.values());
    }

    /** The page docs/reference/third-party.md. */
    static String page(List<Artifact> artifacts) {
        return """
                <!-- Generated from target-platform/officina.target by ThirdPartyTests; ./verify --regenerate rewrites it. -->

                # Third-party software

                The identifiers are those of the SPDX licence list; each comes from the artifact's own description.

                ## In the product

                %s
                ## For building and testing only

                %s""".formatted(table(artifacts, true), table(artifacts, false));
    }

    private static String table(List<Artifact> artifacts, boolean inProduct) {
        return "| artifact | version | licence |\n|---|---|---|\n"
                + artifacts.stream()
                        .filter(artifact -> artifact.inProduct() == inProduct)
                        .map(artifact -> "| %s:%s | %s | %s |\n"
                                .formatted(artifact.group(), artifact.name(), artifact.version(), artifact.licence()))
                        .collect(Collectors.joining());
    }

    /** The symbolic name of the bundle that this artifact is, or was made into. */
    String bundle(Artifact artifact) throws IOException {
        if (!artifact.bundle().isEmpty()) {
            return artifact.bundle()
                    .replace(
                            "${replacestring;${mvnArtifactId};-;.}",
                            artifact.name().replace('-', '.'))
                    .replace("${mvnGroupId}", artifact.group())
                    .replace("${mvnArtifactId}", artifact.name());
        }
        try (JarFile jar = new JarFile(file(artifact.group(), artifact.name(), artifact.version(), ".jar")
                .toFile())) {
            return jar.getManifest()
                    .getMainAttributes()
                    .getValue("Bundle-SymbolicName")
                    .split(";")[0]
                    .strip();
        }
    }

    private Path file(String group, String name, String version, String ending) {
        return repository
                .resolve(group.replace('.', '/'))
                .resolve(name)
                .resolve(version)
                .resolve(name + "-" + version + ending);
    }

    /** From the artifact's description or one of its parents'. */
    private String licence(String group, String name, String version, int depth) {
        Path pom = file(group, name, version, ".pom");
        if (depth > 8 || !Files.exists(pom)) {
            return known(group, name);
        }
        String text = Repository.text(pom);
        Matcher licences = LICENCES.matcher(text);
        if (licences.find()) {
            return LICENCE.matcher(licences.group(1))
                    .results()
                    .map(licence -> identifier(licence.group(1)))
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(" OR "));
        }
        Matcher parent = PARENT.matcher(text);
        if (parent.find()) {
            Optional<String> parentGroup = element(parent.group(1), "groupId");
            Optional<String> parentName = element(parent.group(1), "artifactId");
            Optional<String> parentVersion = element(parent.group(1), "version");
            if (parentGroup.isPresent() && parentName.isPresent() && parentVersion.isPresent()) {
                String found = licence(parentGroup.get(), parentName.get(), parentVersion.get(), depth + 1);
                return found.startsWith("unknown") ? known(group, name) : found;
            }
        }
        return known(group, name);
    }

    /** For artifacts whose description says nothing. */
    private static String known(String group, String name) {
        return switch (group) {
            case "org.eclipse.platform", "org.eclipse.emf" -> "EPL-2.0";
            default -> "unknown " + group + ":" + name;
        };
    }

    private static String identifier(String name) {
        String text = name.strip().replaceAll("\\s+", " ");
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(text).find())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("unknown " + text);
    }

    private static Optional<String> element(String text, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<$]+)</" + name + ">").matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    }

    private static Map<Pattern, String> names() {
        Map<Pattern, String> names = new LinkedHashMap<>();
        names.put(Pattern.compile("(?i)apache.*2"), "Apache-2.0");
        names.put(Pattern.compile("(?i)eclipse public.*2|EPL[- ]2"), "EPL-2.0");
        names.put(Pattern.compile("(?i)eclipse public.*1|EPL[- ]1"), "EPL-1.0");
        names.put(Pattern.compile("(?i)GPL2 w/ CPE|classpath"), "GPL-2.0-only WITH Classpath-exception-2.0");
        names.put(Pattern.compile("(?i)LGPL.*2\\.1"), "LGPL-2.1-or-later");
        names.put(Pattern.compile("(?i)lesser general public"), "LGPL-2.1-only");
        names.put(Pattern.compile("(?i)MPL[- ]2|mozilla public.*2"), "MPL-2.0");
        names.put(Pattern.compile("(?i)bouncy castle"), "MIT");
        names.put(Pattern.compile("(?i)\\bMIT\\b"), "MIT");
        names.put(Pattern.compile("(?i)\\bISC\\b"), "ISC");
        names.put(Pattern.compile("(?i)BSD[- ]2"), "BSD-2-Clause");
        names.put(Pattern.compile("(?i)BSD[- ]3|BSD"), "BSD-3-Clause");
        names.put(Pattern.compile("(?i)eclipse distribution|^EDL"), "BSD-3-Clause");
        names.put(Pattern.compile("(?i)unicode"), "Unicode-3.0");
        names.put(Pattern.compile("(?i)W3C"), "W3C");
        names.put(Pattern.compile("(?i)public domain"), "LicenseRef-public-domain");
        names.put(Pattern.compile("(?i)SAX"), "LicenseRef-SAX-public-domain");
        return names;
    }
}
