// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.cli;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Writes the class path of this process as one jar whose classes a virtual machine can keep in its cache. Those of
 * formats before Java 6 it cannot, because they lack the tables by which their checking is done once and for all; they
 * are written in today's format.
 */
public final class ClientJar {

    /** The format of Java 6. */
    private static final int CHECKED_BY_TABLES = 50;

    /** Code is written anew, which makes the tables. */
    private static final ClassTransform TODAY =
            ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(ClientJar::today);

    private final ClassFile classes = ClassFile.of(
            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
            ClassFile.ClassHierarchyResolverOption.of(
                    ClassHierarchyResolver.ofResourceParsing(ClientJar.class.getClassLoader())
                            .orElse(ClassHierarchyResolver.defaultResolver())));
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
        byte[] bytes = jar.getInputStream(entry).readAllBytes();
        out.putNextEntry(new JarEntry(name));
        out.write(name.endsWith(".class") ? current(bytes) : bytes);
        out.closeEntry();
    }

    /** The class in a format that has those tables. */
    private byte[] current(byte[] bytes) {
        ClassModel model = classes.parse(bytes);
        return model.majorVersion() >= CHECKED_BY_TABLES ? bytes : classes.transformClass(model, TODAY);
    }

    private static void today(ClassBuilder builder, ClassElement element) {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.latestMajorVersion(), 0);
        } else {
            builder.with(element);
        }
    }
}
