// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/** Compiles bundles and runs their unit tests without Tycho; and the rules, as far as they need no build. See releng/scripts/quick. */
final class Quick {

    private static final int JARS_MISSING = 44;
    private static final String CONSOLE = "junit-platform-console-standalone";
    private static final String PREFS = "ecj.prefs";
    private static final String TEST_PREFS = "ecj-tests.prefs";
    private static final String ECJ = "ecj";
    private static final String ECJ_VERSION = "3.44.0";
    private static final String RULES = "officina.architecture.tests";
    private static final Pattern DEPENDENCY = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>([^<$]+)</version>");
    private static final Pattern IMPORT = Pattern.compile(
            "^import (?:static )?([a-z][a-z0-9_]*(?:\\.[a-z][a-zA-Z0-9_]*)*)\\.[A-Z*]", Pattern.MULTILINE);
    private static final List<String> NEVER_IMPORTED =
            List.of("java.", "org.jspecify.", "org.osgi.service.component.annotations", "org.osgi.annotation.");

    private final Path root;
    private final Path out;
    private final Path repository;
    private final Map<String, Bundle> bundles = new TreeMap<>();
    private final Map<String, String> exporters = new TreeMap<>();
    private final Set<String> compiled = new LinkedHashSet<>();
    private final Set<String> named = new LinkedHashSet<>();
    private final Set<String> done = new LinkedHashSet<>();
    private String jars = "";
    private Path console = Path.of("");
    private Path ecj = Path.of("");
    private Class<?> ecjMain;
    private boolean failed;

    private record Bundle(
            String name,
            Path folder,
            Set<String> imports,
            Set<String> exports,
            Set<String> required,
            Set<String> forTests,
            String opens,
            Map<String, Set<String>> friends) {
        Path src() {
            return folder.resolve("src");
        }

        Path tests() {
            return folder.resolve(isRules() ? "src" : "src_test");
        }

        /** The rules are no bundle: nothing but tests, which look at the whole tree. */
        boolean isRules() {
            return name.equals(RULES);
        }
    }

    private Quick(Path root, Path out, Path repository) {
        this.root = root;
        this.out = out;
        this.repository = repository;
    }

    public static void main(String[] args) throws Exception {
        Quick quick = new Quick(Path.of(args[0]), Path.of(args[1]).toAbsolutePath(), Path.of(args[2]));
        System.exit(quick.run(Arrays.asList(args).subList(3, args.length)));
    }

    private int run(List<String> args) throws Exception {
        readBundles();
        if (args.contains(RULES)) {
            readRules();
        }
        boolean compileOnly = args.contains("--compile");
        List<String> wanted = args.stream().filter(bundles::containsKey).toList();
        List<String> filters = args.stream()
                .filter(arg -> !arg.startsWith("-") && !bundles.containsKey(arg))
                .toList();
        for (String filter : filters) {
            if (filter.startsWith("officina.")) {
                System.err.println("No such bundle: " + filter);
                return 2;
            }
        }
        if (!findJars()) {
            return JARS_MISSING;
        }
        List<String> targets = wanted.isEmpty() ? List.copyOf(bundles.keySet()) : wanted;
        named.addAll(targets);
        if (args.contains("--sources")) {
            printSources(targets);
            return 0;
        }
        for (String name : targets) {
            if (!bundles.get(name).isRules()) {
                compile(name, new ArrayList<>());
            }
        }
        if (args.contains("--class-path")) {
            printClassPath(targets);
            return failed ? 1 : 0;
        }
        for (String name : compileOnly ? List.<String>of() : targets) {
            String path = compileTests(bundles.get(name));
            if (path != null && args.contains("--test-path")) {
                System.out.println(path);
            } else if (path != null) {
                test(bundles.get(name), path, filters);
            }
        }
        return failed ? 1 : 0;
    }

    // --- what is there ---

    private void readBundles() throws IOException {
        for (String group : List.of("bundles", "plugins-sdk", "tests")) {
            Path folder = root.resolve(group);
            if (Files.isDirectory(folder)) {
                try (Stream<Path> children = Files.list(folder)) {
                    for (Path child : children.sorted().toList()) {
                        if (Files.exists(child.resolve("META-INF/MANIFEST.MF"))) {
                            read(child);
                        }
                    }
                }
            }
        }
    }

    private void readRules() {
        Path folder = root.resolve("tests").resolve(RULES);
        bundles.put(RULES, new Bundle(RULES, folder, Set.of(), Set.of(), Set.of(), Set.of(), "", Map.of()));
    }

    private void read(Path folder) throws IOException {
        Attributes headers;
        try (InputStream in = Files.newInputStream(folder.resolve("META-INF/MANIFEST.MF"))) {
            headers = new Manifest(in).getMainAttributes();
        } catch (IOException broken) {
            throw new IOException(folder + ": " + broken.getMessage(), broken);
        }
        Properties build = new Properties();
        if (Files.exists(folder.resolve("build.properties"))) {
            try (InputStream in = Files.newInputStream(folder.resolve("build.properties"))) {
                build.load(in);
            }
        }
        Set<String> required = names(headers.getValue("Require-Bundle"));
        required.addAll(names(headers.getValue("Fragment-Host")));
        Bundle bundle = new Bundle(
                folder.getFileName().toString(),
                folder,
                names(headers.getValue("Import-Package")),
                names(headers.getValue("Export-Package")),
                required,
                names(build.getProperty("additional.bundles")),
                build.getProperty("pom.model.property.test.opens", "").strip(),
                friends(headers.getValue("Export-Package")));
        bundles.put(bundle.name(), bundle);
        bundle.exports().forEach(name -> exporters.put(name, bundle.name()));
    }

    /** Exported packages that are for named bundles only. */
    private static Map<String, Set<String>> friends(String exports) {
        Map<String, Set<String>> friends = new TreeMap<>();
        Matcher matcher =
                Pattern.compile("([a-z0-9.]+)\\s*;\\s*x-friends:=\"([^\"]*)\"").matcher(exports == null ? "" : exports);
        while (matcher.find()) {
            friends.put(matcher.group(1), new TreeSet<>(List.of(matcher.group(2).split("\\s*,\\s*"))));
        }
        return friends;
    }

    /** The names of a manifest header, without attributes; commas inside quotes do not separate. */
    private static Set<String> names(String header) {
        Set<String> names = new TreeSet<>();
        if (header != null) {
            for (String clause : header.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
                for (String part : clause.split(";")) {
                    if (!part.contains("=") && !part.isBlank()) {
                        names.add(part.strip());
                    }
                }
            }
        }
        return names;
    }

    private boolean findJars() throws IOException {
        Map<String, String[]> wanted = new LinkedHashMap<>();
        try (Stream<Path> targets = Files.list(root.resolve("target-platform"))) {
            for (Path target :
                    targets.filter(file -> file.toString().endsWith(".target")).toList()) {
                dependencies(Files.readString(target), wanted);
            }
        }
        String pom = Files.readString(root.resolve("pom.xml"));
        dependencies(pom, wanted);
        if (bundles.containsKey(RULES)) {
            dependencies(Files.readString(root.resolve("tests/" + RULES + "/pom.xml")), wanted);
        }
        Matcher junit = Pattern.compile("<junit.version>([^<]+)<").matcher(pom);
        String junitVersion = junit.find() ? junit.group(1) : "";
        wanted.put(CONSOLE, new String[] {"org.junit.platform", CONSOLE, junitVersion});
        wanted.put(ECJ, new String[] {"org.eclipse.jdt", ECJ, ECJ_VERSION});
        List<Path> found = new ArrayList<>();
        List<String[]> missing = new ArrayList<>();
        for (String[] gav : wanted.values()) {
            Path jar = repository
                    .resolve(gav[0].replace('.', '/'))
                    .resolve(gav[1])
                    .resolve(gav[2])
                    .resolve(gav[1] + "-" + gav[2] + ".jar");
            if (!Files.exists(jar)) {
                missing.add(gav);
            } else if (gav[1].equals(CONSOLE)) {
                console = jar;
            } else if (gav[1].equals(ECJ)) {
                ecj = jar;
            } else {
                found.add(jar);
            }
        }
        if (!missing.isEmpty()) {
            writePom(missing);
            return false;
        }
        jars = join(found);
        return true;
    }

    private static void dependencies(String text, Map<String, String[]> into) {
        Matcher matcher = DEPENDENCY.matcher(text);
        while (matcher.find()) {
            String artifact = matcher.group(2);
            boolean foreign = artifact.matches(".*(win32|cocoa|macosx).*");
            boolean inConsole =
                    artifact.startsWith("junit-") || matcher.group(1).matches("org\\.(opentest4j|apiguardian)");
            if (!foreign && !inConsole && !artifact.endsWith("-plugin") && !artifact.startsWith("officina")) {
                into.put(artifact, new String[] {matcher.group(1), artifact, matcher.group(3)});
            }
        }
    }

    private void writePom(List<String[]> missing) throws IOException {
        Path folder = Files.createDirectories(out.resolve("libraries/.mvn")).getParent();
        String dependencies = missing.stream()
                .map(gav ->
                        "<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></dependency>"
                                .formatted((Object[]) gav))
                .collect(Collectors.joining("\n"));
        Files.writeString(
                folder.resolve("pom.xml"),
                "<project><modelVersion>4.0.0</modelVersion><groupId>quick</groupId><artifactId>quick</artifactId>"
                        + "<version>1</version><packaging>pom</packaging><dependencies>\n" + dependencies
                        + "\n</dependencies></project>\n");
        System.err.println("Fetching " + missing.size() + " libraries");
    }

    // --- compile ---

    /** Compiles a bundle after what it needs; true when its classes changed. */
    private boolean compile(String name, List<String> path) throws IOException {
        if (path.contains(name)) {
            throw new IOException("Bundles in a circle: " + path + " -> " + name);
        }
        if (!done.add(name)) {
            return compiled.contains(name);
        }
        Bundle bundle = bundles.get(name);
        List<String> deeper = new ArrayList<>(path);
        deeper.add(name);
        boolean needed = false;
        for (String dependency : direct(bundle)) {
            needed |= compile(dependency, deeper);
        }
        boolean strict = named.contains(name);
        if (strict) {
            checkImports(bundle);
        }
        Path classes = classes(name);
        List<Path> sources = files(bundle.src());
        List<Path> inputs = new ArrayList<>(sources);
        inputs.add(bundle.folder().resolve("META-INF/MANIFEST.MF"));
        if (needed || stale(inputs, out.resolve(name).resolve("classes.stamp"), strict ? PREFS : "")) {
            // the test kit is made of tests
            boolean tests = bundle.imports().stream().anyMatch(imported -> imported.startsWith("org.junit."));
            compile(
                    name,
                    bundle.src(),
                    sources,
                    classes,
                    classPath(bundle, Set.of(), true) + (tests ? File.pathSeparator + console : ""),
                    strict ? PREFS : "",
                    out.resolve(name).resolve("classes.stamp"),
                    inputs);
            compiled.add(name);
        }
        for (String extra : bundle.forTests()) {
            if (bundles.containsKey(extra)) {
                compile(extra, new ArrayList<>());
            }
        }
        return compiled.contains(name);
    }

    private Set<String> direct(Bundle bundle) {
        Set<String> names = new TreeSet<>();
        for (String imported : bundle.imports()) {
            String exporter = exporters.get(imported);
            if (exporter != null) {
                names.add(exporter);
            } else if (imported.startsWith("officina.")) {
                problem(bundle, "Import-Package: nobody exports " + imported);
            }
        }
        bundle.required().stream().filter(bundles::containsKey).forEach(names::add);
        names.remove(bundle.name());
        return names;
    }

    private void checkImports(Bundle bundle) throws IOException {
        if (!bundle.required().isEmpty()) {
            return;
        }
        Set<String> own = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        for (Path source : files(bundle.src())) {
            if (source.toString().endsWith(".java")) {
                own.add(bundle.src().relativize(source.getParent()).toString().replace('/', '.'));
                Matcher matcher = IMPORT.matcher(Files.readString(source));
                while (matcher.find()) {
                    used.add(matcher.group(1));
                }
            }
        }
        for (String name : used) {
            if (!own.contains(name)
                    && !bundle.imports().contains(name)
                    && NEVER_IMPORTED.stream().noneMatch((name + ".")::startsWith)
                    && NEVER_IMPORTED.stream().noneMatch(name::startsWith)) {
                boolean platform = name.startsWith("javax.")
                        || name.startsWith("org.w3c.")
                        || name.startsWith("org.xml.")
                        || name.startsWith("com.sun.")
                        || name.startsWith("jdk.");
                if (!platform) {
                    problem(bundle, "Import-Package lacks " + name);
                }
            }
        }
    }

    private void problem(Bundle bundle, String text) {
        failed = true;
        System.err.println(bundle.name() + ": " + text);
    }

    private String classPath(Bundle bundle, Set<String> extra, boolean rules) {
        Set<String> closure = new LinkedHashSet<>();
        collect(bundle.name(), closure);
        extra.stream().filter(bundles::containsKey).forEach(name -> collect(name, closure));
        closure.remove(bundle.name());
        String entries = closure.stream()
                .map(name -> classes(name) + (rules ? access(bundle, bundles.get(name)) : ""))
                .collect(Collectors.joining(File.pathSeparator));
        return entries + (entries.isEmpty() ? "" : File.pathSeparator) + jars;
    }

    /** What the one bundle may see of the other, in the notation of the compiler of the real build. */
    private static String access(Bundle from, Bundle to) {
        if (from.required().contains(to.name())) {
            return "";
        }
        String imported = to.exports().stream()
                .filter(from.imports()::contains)
                .map(name ->
                        (to.friends().getOrDefault(name, Set.of(from.name())).contains(from.name()) ? "+" : "~")
                                + name.replace('.', '/')
                                + "/*;")
                .collect(Collectors.joining());
        return "[" + imported + "-**/*]";
    }

    private void collect(String name, Set<String> closure) {
        if (closure.add(name)) {
            direct(bundles.get(name)).forEach(next -> collect(next, closure));
        }
    }

    private Path classes(String name) {
        return out.resolve(name).resolve("classes");
    }

    private void compile(
            String name,
            Path folder,
            List<Path> files,
            Path classes,
            String path,
            String prefs,
            Path stamp,
            List<Path> inputs)
            throws IOException {
        delete(classes);
        Files.createDirectories(classes);
        Files.deleteIfExists(stamp);
        List<Path> sources =
                files.stream().filter(file -> file.toString().endsWith(".java")).toList();
        long start = System.nanoTime();
        if (!sources.isEmpty()) {
            StringWriter messages = new StringWriter();
            boolean good = prefs.isEmpty()
                    ? javac(sources, classes, path, messages)
                    : ecj(sources, classes, path, prefs, messages);
            if (!good) {
                System.err.print(messages.toString().replace(root + "/", ""));
                System.err.println(name + ": does not compile");
                System.exit(1);
            }
        }
        for (Path file : files) {
            if (!file.toString().endsWith(".java")) {
                Path to = classes.resolve(folder.relativize(file).toString());
                Files.createDirectories(to.getParent());
                Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.writeString(stamp, fingerprint(inputs) + prefs);
        System.err.printf("%-40s %4d files %5d ms%n", name, sources.size(), (System.nanoTime() - start) / 1_000_000);
    }

    /** For bundles that are only needed: errors of the language and nothing else. */
    private static boolean javac(List<Path> sources, Path classes, String path, StringWriter messages)
            throws IOException {
        List<String> options = List.of(
                "--release",
                "25",
                "-g",
                "-parameters",
                "-proc:none",
                "-nowarn",
                "-XDsuppressNotes",
                "-encoding",
                "UTF-8",
                "-d",
                classes.toString(),
                "-cp",
                path.replaceAll("\\[[^\\]]*\\]", ""));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            return compiler.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
    }

    /** For bundles that were named: the compiler, severities and access rules of the real build. */
    private boolean ecj(List<Path> sources, Path classes, String path, String prefs, StringWriter messages)
            throws IOException {
        List<String> options = new ArrayList<>(List.of(
                "-25",
                "-g",
                "-parameters",
                "-proc:none",
                "-encoding",
                "UTF-8",
                "-properties",
                root.resolve("releng/quality/" + prefs).toString(),
                "-d",
                classes.toString(),
                "-cp",
                path));
        sources.forEach(source -> options.add(source.toString()));
        try {
            if (ecjMain == null) {
                ecjMain = new URLClassLoader(new URL[] {ecj.toUri().toURL()})
                        .loadClass("org.eclipse.jdt.internal.compiler.batch.Main");
            }
            PrintWriter out = new PrintWriter(messages);
            Object main = ecjMain.getConstructor(PrintWriter.class, PrintWriter.class, boolean.class)
                    .newInstance(out, out, false);
            Object good =
                    ecjMain.getMethod("compile", String[].class).invoke(main, (Object) options.toArray(String[]::new));
            out.flush();
            String errors = Stream.of(messages.toString().split("(?m)^----------$"))
                    .filter(message -> message.contains(". ERROR in ") || message.contains("problem"))
                    .collect(Collectors.joining("----------"));
            messages.getBuffer().setLength(0);
            messages.write(errors);
            return (Boolean) good;
        } catch (ReflectiveOperationException broken) {
            throw new IOException("the compiler did not start", broken);
        }
    }

    /** An argument file for javac: the main sources of these bundles, what they need and the class path. */
    private void printSources(List<String> targets) throws IOException {
        Set<String> closure = new LinkedHashSet<>();
        targets.stream()
                .filter(name -> !bundles.get(name).folder().startsWith(root.resolve("tests")))
                .forEach(name -> collect(name, closure));
        // the test kit is made of tests
        System.out.println("-cp " + jars + File.pathSeparator + console);
        for (String name : closure) {
            for (Path source : files(bundles.get(name).src())) {
                if (source.toString().endsWith(".java")) {
                    System.out.println(source);
                }
            }
        }
    }

    /** The classes of these bundles and of what they need, and the jars. */
    private void printClassPath(List<String> targets) {
        Set<String> closure = new LinkedHashSet<>();
        targets.forEach(name -> collect(name, closure));
        System.out.println(closure.stream()
                .map(name -> classes(name).toString())
                .collect(Collectors.joining(File.pathSeparator, "", File.pathSeparator + jars)));
    }

    // --- test ---

    /** The class path for the bundle's tests; nothing where it has none. */
    private String compileTests(Bundle bundle) throws Exception {
        if (!Files.isDirectory(bundle.tests())) {
            return null;
        }
        Path home = out.resolve(bundle.name());
        Path classes = home.resolve("test-classes");
        Path stamp = home.resolve("test-classes.stamp");
        List<Path> sources = files(bundle.tests());
        if (sources.stream().noneMatch(file -> file.toString().endsWith("Tests.java"))) {
            return null;
        }
        String path = classes(bundle.name()) + File.pathSeparator + classPath(bundle, bundle.forTests(), false);
        boolean changed =
                compiled.contains(bundle.name()) || bundle.forTests().stream().anyMatch(compiled::contains);
        if (changed || stale(sources, stamp, TEST_PREFS)) {
            compile(
                    bundle.name() + " (tests)",
                    bundle.tests(),
                    sources,
                    classes,
                    path + File.pathSeparator + console,
                    TEST_PREFS,
                    stamp,
                    sources);
        }
        return classes + File.pathSeparator + path + File.pathSeparator + console;
    }

    private void test(Bundle bundle, String path, List<String> filters) throws Exception {
        Path home = out.resolve(bundle.name());
        Path classes = home.resolve("test-classes");
        Path temp = Files.createDirectories(home.resolve("tmp"));
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-HeapDumpOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temp,
                "-Dofficina.long=" + Boolean.getBoolean("officina.long"),
                "-Dregenerate=" + System.getenv().getOrDefault("REGENERATE", "false"),
                "-cp",
                path,
                "org.junit.platform.console.ConsoleLauncher",
                "execute",
                "--disable-banner",
                "--details=" + (filters.isEmpty() ? "summary" : "tree"),
                "--disable-ansi-colors",
                "--scan-classpath=" + classes));
        if (bundle.isRules()) {
            command.addAll(1, List.of("-Dofficina.root=" + root, "-Dofficina.repository=" + repository));
            command.add("--exclude-tag=built");
        }
        if (!bundle.opens().isEmpty()) {
            command.addAll(1, List.of(bundle.opens().split("\\s+")));
        }
        if (filters.isEmpty()) {
            command.add("--include-classname=.*Tests");
        }
        filters.forEach(filter -> command.add("--include-classname=.*" + filter + ".*"));
        System.err.println("== " + bundle.name());
        // what the rules write, they write into target
        Files.createDirectories(home.resolve("target"));
        int code = new ProcessBuilder(command)
                .directory((bundle.isRules() ? home : bundle.folder()).toFile())
                .inheritIO()
                .start()
                .waitFor();
        failed |= code != 0;
    }

    // --- files ---

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Were these inputs changed, or compiled with fewer checks than are wanted now? */
    private static boolean stale(List<Path> inputs, Path stamp, String prefs) throws IOException {
        if (!Files.exists(stamp)) {
            return true;
        }
        String made = Files.readString(stamp);
        String now = fingerprint(inputs);
        return !made.equals(now + prefs) && !(prefs.isEmpty() && made.startsWith(now));
    }

    private static String fingerprint(List<Path> inputs) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Path input : inputs) {
            FileTime time = Files.getLastModifiedTime(input);
            text.append(input)
                    .append(' ')
                    .append(time.toMillis())
                    .append(' ')
                    .append(Files.size(input))
                    .append('\n');
        }
        return text.toString();
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String join(Collection<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
