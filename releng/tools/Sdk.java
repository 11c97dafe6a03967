// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes what plug-ins are built with as a Maven repository, out of compiled classes. See releng/scripts/sdk. */
final class Sdk {

    private static final String GROUP = "officina.sdk";
    private static final List<String> PUBLISHED =
            List.of("officina.base", "officina.api", "officina.language", "officina.testkit");
    private static final List<String> KINDS = List.of("agent", "tool", "batch");
    private static final LocalDateTime TIME = LocalDateTime.of(2020, 1, 1, 0, 0);

    /** Which library a package is of. */
    private static final Map<String, String> LIBRARIES = Map.of(
            "com.cronutils", "cron-utils",
            "com.fasterxml.jackson.core", "jackson-core",
            "org.eclipse.osgi", "org.eclipse.osgi",
            "org.junit.jupiter.api", "junit-jupiter-api",
            "org.osgi.framework", "org.eclipse.osgi",
            "org.pcollections", "pcollections",
            "org.slf4j", "slf4j-api");

    private final Path root;
    private final Path compiled;
    private final Path out;
    private final String version;
    private final Map<String, String[]> coordinates = new TreeMap<>();
    private final Map<String, Path> folders = new TreeMap<>();
    private final Map<String, String> exporters = new TreeMap<>();

    private Sdk(Path root, Path compiled, Path out) throws IOException {
        this.root = root;
        this.compiled = compiled;
        this.out = out;
        version = first("<artifactId>officina.parent</artifactId>\\s*<version>([^<]+)<", root.resolve("pom.xml"));
    }

    /**
     * {@code ROOT} names the bundles that are needed, {@code ROOT COMPILED OUT} writes them into the repository.
     */
    public static void main(String[] args) throws IOException {
        Path compiled = Path.of(args.length == 1 ? "" : args[1]);
        Sdk sdk = new Sdk(Path.of(args[0]), compiled, Path.of(args.length == 1 ? "" : args[2]));
        sdk.readBundles();
        Set<String> bundles = sdk.closure();
        if (args.length == 1) {
            System.out.println(String.join(" ", bundles));
            return;
        }
        sdk.readLibraries();
        for (String bundle : bundles) {
            sdk.publish(bundle);
        }
        for (String kind : KINDS) {
            sdk.archetype(kind);
        }
        sdk.catalog();
    }

    // --- what there is ---

    private void readBundles() throws IOException {
        for (String group : List.of("bundles", "plugins-sdk")) {
            try (Stream<Path> children = Files.list(root.resolve(group))) {
                for (Path folder : children.sorted().toList()) {
                    if (Files.exists(folder.resolve(JarFile.MANIFEST_NAME))) {
                        String name = folder.getFileName().toString();
                        folders.put(name, folder);
                        names(folder, "Export-Package").forEach(exported -> exporters.put(exported, name));
                    }
                }
            }
        }
    }

    private void readLibraries() throws IOException {
        Pattern dependency = Pattern.compile(
                "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<$]+)</version>");
        for (String file : List.of("target-platform/officina.target", "pom.xml")) {
            Matcher matcher = dependency.matcher(Files.readString(root.resolve(file)));
            while (matcher.find()) {
                coordinates.put(matcher.group(2), new String[] {matcher.group(1), matcher.group(3)});
            }
        }
    }

    private Set<String> closure() throws IOException {
        Set<String> closure = new TreeSet<>();
        for (String bundle : PUBLISHED) {
            collect(bundle, closure);
        }
        return closure;
    }

    private void collect(String bundle, Set<String> closure) throws IOException {
        if (closure.add(bundle)) {
            for (String imported : names(folders.get(bundle), "Import-Package")) {
                String exporter = exporters.get(imported);
                if (exporter != null) {
                    collect(exporter, closure);
                }
            }
        }
    }

    private static Set<String> names(Path folder, String header) throws IOException {
        String text = manifest(folder).getMainAttributes().getValue(header);
        Set<String> names = new TreeSet<>();
        if (text != null) {
            for (String clause : text.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                names.add(clause.split(";")[0].strip());
            }
        }
        return names;
    }

    private static Manifest manifest(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(JarFile.MANIFEST_NAME))) {
            return new Manifest(in);
        }
    }

    private static String first(String pattern, Path file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        if (!matcher.find()) {
            throw new IOException(file + " has no " + pattern);
        }
        return matcher.group(1);
    }

    // --- what is written ---

    private void publish(String bundle) throws IOException {
        Path folder = folders.get(bundle);
        Manifest manifest = manifest(folder);
        Attributes headers = manifest.getMainAttributes();
        headers.computeIfPresent(
                new Attributes.Name("Bundle-Version"),
                (_, given) -> given.toString().replace(".qualifier", ""));
        Map<String, byte[]> content = new LinkedHashMap<>();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        manifest.write(bytes);
        content.put(JarFile.MANIFEST_NAME, bytes.toByteArray());
        add(content, folder, "OSGI-INF");
        add(content, compiled.resolve(bundle).resolve("classes"), "");
        Path place = place(bundle);
        write(place.resolve(bundle + "-" + version + ".jar"), content);
        if (PUBLISHED.contains(bundle)) {
            Map<String, byte[]> sources = new LinkedHashMap<>();
            add(sources, folder.resolve("src"), "");
            write(place.resolve(bundle + "-" + version + "-sources.jar"), sources);
        }
        pom(bundle, "jar", dependencies(bundle));
    }

    /** What it imports, as dependencies; what only its inside needs is for no compiler. */
    private String dependencies(String bundle) throws IOException {
        Map<String, String> dependencies = new TreeMap<>();
        for (String imported : names(folders.get(bundle), "Import-Package")) {
            String exporter = exporters.get(imported);
            if (exporter != null) {
                boolean seen = PUBLISHED.contains(exporter);
                dependencies.put(exporter, dependency(GROUP, exporter, version, seen ? "compile" : "runtime"));
            } else {
                String artifact = LIBRARIES.entrySet().stream()
                        .filter(each -> imported.startsWith(each.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseThrow(() -> new IOException(bundle + " imports " + imported + ": of which library?"));
                library(artifact, artifact.startsWith("junit") ? "compile" : "runtime", dependencies);
            }
        }
        if (bundle.equals("officina.api")) {
            library("jspecify", "compile", dependencies);
        }
        return String.join("", dependencies.values());
    }

    private void library(String artifact, String scope, Map<String, String> dependencies) {
        String[] known = coordinates.get(artifact);
        // what they need beside, the kit does not
        boolean whole = artifact.startsWith("junit");
        dependencies.put(
                artifact,
                dependency(known[0], artifact, known[1], scope)
                        .replace(
                                "</dependency>",
                                whole
                                        ? "</dependency>"
                                        : "<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId>"
                                                + "</exclusion></exclusions></dependency>"));
    }

    private static String dependency(String group, String artifact, String version, String scope) {
        return "    <dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version><scope>%s</scope></dependency>\n"
                .formatted(group, artifact, version, scope);
    }

    private void pom(String artifact, String packaging, String dependencies) throws IOException {
        Files.writeString(place(artifact).resolve(artifact + "-" + version + ".pom"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <project xmlns="http://maven.apache.org/POM/4.0.0">
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>%s</groupId>
                  <artifactId>%s</artifactId>
                  <version>%s</version>
                  <packaging>%s</packaging>
                  <licenses><license><name>Apache-2.0</name></license></licenses>
                  <dependencies>
                %s  </dependencies>
                </project>
                """.formatted(
                        GROUP, artifact, version, packaging, dependencies));
    }

    /** The files that all kinds have in common, and those of this kind. */
    private void archetype(String kind) throws IOException {
        Path sources = root.resolve("plugins-sdk/archetypes");
        Map<String, byte[]> content = new LinkedHashMap<>();
        for (String part : List.of("common", kind)) {
            Map<String, byte[]> files = new LinkedHashMap<>();
            add(files, sources.resolve(part), "");
            files.forEach((name, bytes) -> content.put("archetype-resources/" + name, filled(bytes)));
        }
        content.put(
                "META-INF/maven/archetype-metadata.xml",
                Files.readString(sources.resolve("archetype.xml"))
                        .replace("@kind@", kind)
                        .getBytes(StandardCharsets.UTF_8));
        String artifact = "officina.archetype." + kind;
        Path place = place(artifact);
        write(place.resolve(artifact + "-" + version + ".jar"), content);
        pom(artifact, "maven-archetype", "");
    }

    /** Names the archetypes in the catalogue of the repository, where others may stand as well. */
    private void catalog() throws IOException {
        Path file = out.resolve("archetype-catalog.xml");
        String all = Files.exists(file)
                ? Files.readString(file)
                : "<archetype-catalog>\n  <archetypes>\n  </archetypes>\n</archetype-catalog>\n";
        int end = all.lastIndexOf("</archetypes>");
        for (String kind : KINDS) {
            String artifact = "officina.archetype." + kind;
            String named =
                    "<archetype><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></archetype>"
                            .formatted(GROUP, artifact, version);
            if (end >= 0 && !all.contains(named)) {
                String line = "  " + named + "\n  ";
                all = all.substring(0, end) + line + all.substring(end);
                end += line.length();
            }
        }
        Files.writeString(file, all);
    }

    /** Versions are said where the build says them. */
    private byte[] filled(byte[] template) {
        String text = new String(template, StandardCharsets.UTF_8);
        Matcher matcher = Pattern.compile("@version:([\\w.-]+)@").matcher(text);
        return matcher.replaceAll(found -> found.group(1).equals("officina")
                        ? version
                        : coordinates.get(found.group(1))[1])
                .getBytes(StandardCharsets.UTF_8);
    }

    private Path place(String artifact) throws IOException {
        return Files.createDirectories(
                out.resolve(GROUP.replace('.', '/')).resolve(artifact).resolve(version));
    }

    private static void add(Map<String, byte[]> content, Path folder, String inside) throws IOException {
        Path start = folder.resolve(inside);
        if (!Files.isDirectory(start)) {
            return;
        }
        try (Stream<Path> all = Files.walk(start)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                content.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
    }

    /** Whole or not at all: somebody may be building with the one that is there. */
    private static void write(Path jar, Map<String, byte[]> content) throws IOException {
        Path made = jar.resolveSibling(jar.getFileName() + ".new");
        try (OutputStream file = Files.newOutputStream(made);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            for (Map.Entry<String, byte[]> each : content.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(TIME);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
        Files.move(made, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
