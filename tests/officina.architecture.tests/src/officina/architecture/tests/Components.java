// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The components that a bundle's sources declare, and those of which the component runtime will know. */
final class Components {

    private static final Pattern ANNOTATED = Pattern.compile("^\\s*@Component\\b", Pattern.MULTILINE);
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);
    private static final Pattern IMPLEMENTATION = Pattern.compile("<implementation class=\"([^\"]+)\"");

    private Components() {}

    /** The classes of this bundle that have {@code @Component}. */
    static TreeSet<String> annotated(Path bundle) {
        TreeSet<String> classes = new TreeSet<>();
        for (Path source : Repository.files(bundle.resolve("src"), ".java")) {
            String text = Repository.text(source);
            if (ANNOTATED.matcher(text).find()) {
                String name = source.getFileName().toString().replace(".java", "");
                classes.add(first(PACKAGE, text).map(in -> in + "." + name).orElse(name));
            }
        }
        return classes;
    }

    /** What differs between the sources of a bundle and its jar. */
    static List<String> brokenInJar(Path bundle, Path jar) throws IOException {
        try (FileSystem content = FileSystems.newFileSystem(jar)) {
            return broken(bundle, content.getPath("/"));
        }
    }

    /** What differs between the sources of a bundle and the content of its jar. */
    static List<String> broken(Path bundle, Path content) throws IOException {
        List<String> broken = new ArrayList<>();
        TreeSet<String> described = new TreeSet<>();
        for (BundleManifest.Clause file : BundleManifest.of(content).clauses("Service-Component")) {
            if (Files.exists(content.resolve(file.name()))) {
                String name = first(IMPLEMENTATION, Files.readString(content.resolve(file.name())))
                        .orElse("nothing");
                if (!described.add(name)) {
                    broken.add("described twice: " + name);
                }
            } else {
                broken.add("the manifest names what is not in the jar: " + file.name());
            }
        }
        TreeSet<String> annotated = annotated(bundle);
        annotated.stream()
                .filter(name -> !described.contains(name))
                .forEach(name -> broken.add("@Component, but no XML that the manifest names: " + name));
        described.stream()
                .filter(name -> !annotated.contains(name))
                .forEach(name -> broken.add("XML, but no @Component: " + name));
        return broken;
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
