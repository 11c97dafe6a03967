// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.architecture.tests;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Parameterizable;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import officina.architecture.tests.ApiPackage.ApiType;

/** Reads from sources what others can see of packages; with the compiler, but without its looking into methods. */
final class ApiSignature extends AbstractProcessor {

    /** Marks a type that only Officina implements, so that it may grow. */
    static final String PROVIDED = "@ProviderType";

    private static final Set<Modifier> SAID_ELSEWHERE =
            Set.of(Modifier.PUBLIC, Modifier.SYNCHRONIZED, Modifier.NATIVE, Modifier.STRICTFP, Modifier.TRANSIENT);

    /** What is seen of others; to look into all that tests run with takes most of the time. */
    private static final String LIBRARIES = Stream.of(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(each -> Path.of(each).getFileName().toString().matches("(jspecify|osgi|slf4j|junit).*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));

    private final Map<String, Map<String, ApiType>> found = new TreeMap<>();
    private final Set<String> packages;

    private ApiSignature(Set<String> packages) {
        this.packages = packages;
    }

    /**
     * The public types of packages, by package.
     *
     * @param packages those to be read
     * @param sources the folders of their sources, and of what these need
     */
    static Map<String, Map<String, ApiType>> read(Set<String> packages, List<Path> sources) {
        ApiSignature reader = new ApiSignature(packages);
        List<Path> files = packages.stream()
                .flatMap(name -> sources.stream().map(folder -> folder.resolve(name.replace('.', '/'))))
                .flatMap(folder ->
                        Repository.files(folder, ".java").stream().filter(file -> folder.equals(file.getParent())))
                .toList();
        String path = sources.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            CompilationTask task = ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            manager,
                            messages,
                            List.of("-proc:only", "-sourcepath", path, "-cp", LIBRARIES),
                            null,
                            manager.getJavaFileObjectsFromPaths(files));
            task.setProcessors(List.of(reader));
            task.call();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        // what these packages need may need what is not here
        List<String> wrong = messages.getDiagnostics().stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR
                        && each.getSource() != null
                        && files.contains(Path.of(each.getSource().toUri())))
                .map(Object::toString)
                .toList();
        if (!wrong.isEmpty() || !reader.found.keySet().equals(packages)) {
            throw new IllegalStateException("seen " + reader.found.keySet() + " of " + packages + ": " + wrong);
        }
        return reader.found;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        ElementFilter.typesIn(round.getRootElements()).forEach(this::add);
        return false;
    }

    private void add(TypeElement type) {
        String inside = processingEnv.getElementUtils().getPackageOf(type).toString();
        if (!packages.contains(inside) || !visible(type)) {
            return;
        }
        String name = type.getQualifiedName().toString();
        found.computeIfAbsent(inside, _ -> new TreeMap<>()).put(name, new ApiType(name, header(type), members(type)));
        ElementFilter.typesIn(type.getEnclosedElements()).forEach(this::add);
    }

    private static boolean visible(Element element) {
        return element.getModifiers().contains(Modifier.PUBLIC)
                || element.getModifiers().contains(Modifier.PROTECTED);
    }

    // --- a type ---

    private static String header(TypeElement type) {
        StringBuilder header = new StringBuilder();
        Stream<Modifier> modifiers = type.getModifiers().stream().filter(each -> !SAID_ELSEWHERE.contains(each));
        if (type.getKind() != ElementKind.CLASS) {
            // what is said by the kind
            modifiers = modifiers.filter(each -> each == Modifier.SEALED && type.getKind() == ElementKind.INTERFACE
                    || each == Modifier.NON_SEALED
                    || each == Modifier.PROTECTED);
        }
        modifiers.forEach(each -> header.append(each).append(' '));
        header.append(
                type.getKind() == ElementKind.ANNOTATION_TYPE
                        ? "@interface"
                        : type.getKind().name().toLowerCase(Locale.ROOT));
        header.append(' ').append(type.getQualifiedName()).append(parameters(type));
        if (type.getKind() == ElementKind.RECORD) {
            header.append(type.getRecordComponents().stream()
                    .map(each -> text(each.asType()) + " " + each.getSimpleName())
                    .collect(Collectors.joining(", ", "(", ")")));
        }
        if (type.getKind() == ElementKind.CLASS && !text(type.getSuperclass()).equals("Object")) {
            header.append(" extends ").append(text(type.getSuperclass()));
        }
        return header.toString();
    }

    private List<String> members(TypeElement type) {
        List<String> members = new ArrayList<>();
        if (type.getAnnotationMirrors().stream()
                .anyMatch(each ->
                        each.getAnnotationType().asElement().getSimpleName().contentEquals("ProviderType"))) {
            members.add(PROVIDED);
        }
        String above = type.getKind().isInterface() ? "extends " : "implements ";
        members.addAll(sorted(
                type.getInterfaces().stream().map(each -> above + text(each)).toList()));
        if (type.getKind() != ElementKind.ENUM) {
            members.addAll(sorted(type.getPermittedSubclasses().stream()
                    .map(each -> "permits " + text(each))
                    .toList()));
        }
        List<? extends Element> inside = type.getEnclosedElements();
        // their order is what they are compared by
        ElementFilter.fieldsIn(inside).stream()
                .filter(each -> each.getKind() == ElementKind.ENUM_CONSTANT)
                .forEach(each -> members.add("constant " + each.getSimpleName()));
        members.addAll(sorted(ElementFilter.fieldsIn(inside).stream()
                .filter(each -> each.getKind() == ElementKind.FIELD && visible(each))
                .map(this::field)
                .toList()));
        members.addAll(sorted(ElementFilter.constructorsIn(inside).stream()
                .filter(each -> visible(each) && !implied(type, each))
                .map(each -> method(type, each))
                .toList()));
        members.addAll(ElementFilter.methodsIn(inside).stream()
                .filter(each -> visible(each) && !implied(type, each))
                .sorted(Comparator.comparing(
                                (ExecutableElement each) -> each.getSimpleName().toString())
                        .thenComparing(each -> method(type, each)))
                .map(each -> method(type, each))
                .toList());
        return members;
    }

    private static List<String> sorted(Collection<String> lines) {
        return lines.stream().sorted().toList();
    }

    /** What there is because of the header, or because everything has it. */
    private static boolean implied(TypeElement type, ExecutableElement member) {
        List<String> given =
                member.getParameters().stream().map(each -> text(each.asType())).toList();
        String name = member.getSimpleName().toString();
        if (member.getKind() == ElementKind.CONSTRUCTOR) {
            return type.getKind() == ElementKind.RECORD
                    && given.equals(type.getRecordComponents().stream()
                            .map(RecordComponentElement::asType)
                            .map(ApiSignature::text)
                            .toList());
        }
        boolean component = given.isEmpty()
                && type.getRecordComponents().stream()
                        .anyMatch(each -> each.getSimpleName().contentEquals(name));
        boolean ofEnum = type.getKind() == ElementKind.ENUM
                && Set.of("values", "valueOf").contains(name);
        boolean ofAll = Set.of("equals(Object)", "hashCode()", "toString()")
                .contains(name + given.stream().collect(Collectors.joining(", ", "(", ")")));
        return component || ofEnum || ofAll;
    }

    // --- a member ---

    private String field(VariableElement field) {
        Object value = field.getConstantValue();
        return modifiers(field)
                + text(field.asType())
                + " "
                + field.getSimpleName()
                + (value == null ? "" : " = " + processingEnv.getElementUtils().getConstantExpression(value));
    }

    private static String method(TypeElement type, ExecutableElement method) {
        StringBuilder line = new StringBuilder(modifiers(method));
        String parameters = parameters(method);
        line.append(parameters).append(parameters.isEmpty() ? "" : " ");
        if (method.getKind() == ElementKind.CONSTRUCTOR) {
            line.append("new ").append(type.getSimpleName());
        } else {
            line.append(text(method.getReturnType())).append(' ').append(method.getSimpleName());
        }
        List<String> given = new ArrayList<>(
                method.getParameters().stream().map(each -> text(each.asType())).toList());
        if (method.isVarArgs()) {
            given.add(given.removeLast().replaceFirst("\\[\\]$", "..."));
        }
        line.append('(').append(String.join(", ", given)).append(')');
        if (!method.getThrownTypes().isEmpty()) {
            line.append(method.getThrownTypes().stream()
                    .map(ApiSignature::text)
                    .sorted()
                    .collect(Collectors.joining(", ", " throws ", "")));
        }
        return line.toString();
    }

    private static String modifiers(Element element) {
        return element.getModifiers().stream()
                .filter(each -> !SAID_ELSEWHERE.contains(each))
                .map(each -> each + " ")
                .collect(Collectors.joining());
    }

    private static String parameters(Parameterizable generic) {
        return generic.getTypeParameters().isEmpty()
                ? ""
                : generic.getTypeParameters().stream()
                        .map(each -> {
                            String bounds = each.getBounds().stream()
                                    .map(ApiSignature::text)
                                    .filter(bound -> !bound.equals("Object"))
                                    .collect(Collectors.joining(" & "));
                            return each.getSimpleName() + (bounds.isEmpty() ? "" : " extends " + bounds);
                        })
                        .collect(Collectors.joining(", ", "<", ">"));
    }

    private static String text(TypeMirror type) {
        return type.toString()
                .replace("org.jspecify.annotations.", "")
                .replaceAll("\\bjava\\.lang\\.(?=(@Nullable )?[A-Z])", "")
                .replaceAll(",(?! )", ", ");
    }
}
