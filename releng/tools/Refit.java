// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Refits jars of assembled products. Argument: the folder with the products. Fails where the framework itself is missing;
 * the other kinds of jars are in some products alone.
 *
 * <p>Two kinds so that Java can keep their classes in its archives of loaded classes, and starts faster:
 *
 * <p>The jars that are loaded before the framework runs lose their signatures: Java would check them at every start, and
 * keeps no class of a signed jar; nobody would look at the result. Classes of formats before Java 6 are written in
 * today's: they lack the tables by which their checking is done once and for all.
 *
 * <p>One kind so that it is small: a jar with native libraries keeps those of the product's own system, without what
 * debuggers want.
 */
final class Refit {

    private static final Pattern BEFORE_THE_FRAMEWORK =
            Pattern.compile("org\\.eclipse\\.(osgi|equinox\\.launcher)_.*\\.jar");
    private static final Pattern OF_OLD_CLASSES = Pattern.compile("picocli_.*\\.jar");
    private static final Pattern OF_ALL_SYSTEMS = Pattern.compile("com\\.microsoft\\.onnxruntime.*\\.jar");
    private static final String NATIVES = "/ai/onnxruntime/native";
    private static final Pattern LIBRARY = Pattern.compile("[^/]*\\.(so|dll|dylib)");

    /** What a product is for, in the words of Tycho, is two folders of its path; then in the words of the jar. */
    private static final Map<String, String> SYSTEMS = Map.of(
            "linux/gtk/x86_64", "linux-x64",
            "win32/win32/x86_64", "win-x64",
            "macosx/cocoa/aarch64", "osx-aarch64");

    private static final Pattern SIGNATURE = Pattern.compile("/META-INF/[^/]+\\.(SF|RSA|DSA|EC)");

    /** The format of Java 6. */
    private static final int CHECKED_BY_TABLES = 50;

    /** Code is written anew, which makes the tables. */
    private static final ClassTransform TODAY =
            ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(Refit::today);

    private Refit() {}

    public static void main(String[] args) throws IOException {
        Path products = Path.of(args[0]);
        for (Path jar : jars(products, BEFORE_THE_FRAMEWORK)) {
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                unsign(content);
            }
        }
        for (Path jar : jars(products, OF_OLD_CLASSES)) {
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                renew(content);
            }
        }
        for (Path jar : jars(products, OF_ALL_SYSTEMS)) {
            try (FileSystem content = FileSystems.newFileSystem(jar)) {
                strip(content, systemOf(jar));
            }
        }
    }

    /** Of all systems but that of the product, and of what belongs to no library. */
    private static void strip(FileSystem content, String own) throws IOException {
        Path natives = content.getPath(NATIVES);
        Path kept = natives.resolve(own);
        if (!Files.isDirectory(kept)) {
            throw new IOException("no " + kept);
        }
        try (Stream<Path> entries = Files.walk(natives)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                boolean library = kept.equals(entry.getParent())
                        && LIBRARY.matcher(entry.getFileName().toString()).matches()
                        && Files.isRegularFile(entry);
                if (!library && !kept.startsWith(entry)) {
                    Files.delete(entry);
                }
            }
        }
    }

    private static String systemOf(Path jar) throws IOException {
        String path = jar.toString().replace('\\', '/');
        for (Map.Entry<String, String> each : SYSTEMS.entrySet()) {
            if (path.contains("/" + each.getKey() + "/")) {
                return each.getValue();
            }
        }
        throw new IOException("for no known system: " + jar);
    }

    private static List<Path> jars(Path products, Pattern name) throws IOException {
        try (Stream<Path> files = Files.walk(products)) {
            List<Path> jars = files.filter(
                            file -> name.matcher(file.getFileName().toString()).matches())
                    .toList();
            if (jars.isEmpty() && name == BEFORE_THE_FRAMEWORK) {
                throw new IOException("no " + name + " in " + products);
            }
            return jars;
        }
    }

    private static void unsign(FileSystem content) throws IOException {
        try (Stream<Path> entries = Files.list(content.getPath("/META-INF"))) {
            for (Path entry : entries.toList()) {
                if (SIGNATURE.matcher(entry.toString().toUpperCase(Locale.ROOT)).matches()) {
                    Files.delete(entry);
                }
            }
        }
    }

    private static void renew(FileSystem content) throws IOException {
        ClassFile classes = ClassFile.of(
                ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                ClassFile.ClassHierarchyResolverOption.of(
                        ClassHierarchyResolver.ofResourceParsing(type -> opened(content, type))
                                .orElse(ClassHierarchyResolver.defaultResolver())));
        try (Stream<Path> entries = Files.walk(content.getPath("/"))) {
            for (Path entry :
                    entries.filter(each -> each.toString().endsWith(".class")).toList()) {
                ClassModel model = classes.parse(Files.readAllBytes(entry));
                if (model.majorVersion() < CHECKED_BY_TABLES) {
                    Files.write(entry, classes.transformClass(model, TODAY));
                }
            }
        }
    }

    private static InputStream opened(FileSystem content, ClassDesc type) {
        String descriptor = type.descriptorString();
        Path file = content.getPath("/" + descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return Files.exists(file) ? Files.newInputStream(file) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void today(ClassBuilder builder, ClassElement element) {
        if (element instanceof ClassFileVersion) {
            builder.withVersion(ClassFile.latestMajorVersion(), 0);
        } else {
            builder.with(element);
        }
    }
}
