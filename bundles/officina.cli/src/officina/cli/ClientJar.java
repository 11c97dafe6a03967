// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/** Writes the class path of this process as one jar, which a virtual machine opens sooner than many. */
public final class ClientJar {

    private final Set<String> written = new HashSet<>();

    private ClientJar() {}

    /** Takes the name of the file to write. */
    public static void main(String[] words) throws IOException {
        List<String> path = List.of(System.getProperty("java.class.path").split(File.pathSeparator));
        write(path, Path.of(words[0]));
    }

    static void write(List<String> path, Path file) throws IOException {
        ClientJar made = new ClientJar();
        try (JarOutputStream out = new JarOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
            for (String each : path) {
                try (JarFile jar = new JarFile(each)) {
                    for (JarEntry entry : (Iterable<JarEntry>) jar.stream()::iterator) {
                        made.add(jar, entry, out);
                    }
                }
            }
        }
    }

    /** What describes a jar as a whole is left out, what two jars have is taken from the first. */
    private void add(JarFile jar, JarEntry entry, JarOutputStream out) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory() || name.startsWith("META-INF/") || !written.add(name)) {
            return;
        }
        out.putNextEntry(new JarEntry(name));
        try (InputStream content = jar.getInputStream(entry)) {
            content.transferTo(out);
        }
        out.closeEntry();
    }
}
