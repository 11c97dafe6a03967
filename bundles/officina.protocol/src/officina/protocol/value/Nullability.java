// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.TypeAnnotation;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which components and parameters are {@code @Nullable}. Read from the class file: the annotation's own class is not
 * part of the product, so that the annotation is not visible to reflection.
 */
final class Nullability {

    private static final String NULLABLE = "Lorg/jspecify/annotations/Nullable;";

    private Nullability() {}

    /** The names of a record's components that may be {@code null}. */
    static Set<String> components(Class<?> type) {
        Set<String> names = new HashSet<>();
        model(type)
                .findAttribute(Attributes.record())
                .ifPresent(attribute -> attribute.components().forEach(component -> {
                    if (annotations(component).stream().anyMatch(Nullability::isNullable)) {
                        names.add(component.name().stringValue());
                    }
                }));
        return names;
    }

    /** The names of a method's parameters that may be {@code null}. */
    static Set<String> parameters(Method method) {
        Set<String> names = new HashSet<>();
        String descriptor = java.lang.invoke.MethodType.methodType(method.getReturnType(), method.getParameterTypes())
                .descriptorString();
        model(method.getDeclaringClass()).methods().stream()
                .filter(model -> model.methodName().equalsString(method.getName())
                        && model.methodType().equalsString(descriptor))
                .flatMap(model -> annotations(model).stream())
                .filter(Nullability::isNullable)
                .forEach(annotation -> {
                    if (annotation.targetInfo() instanceof TypeAnnotation.FormalParameterTarget target) {
                        names.add(method.getParameters()[target.formalParameterIndex()].getName());
                    }
                });
        return names;
    }

    private static boolean isNullable(TypeAnnotation annotation) {
        return annotation.targetPath().isEmpty()
                && annotation.annotation().className().equalsString(NULLABLE);
    }

    private static List<TypeAnnotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleTypeAnnotations())
                .map(attribute -> attribute.annotations())
                .orElse(List.of());
    }

    private static ClassModel model(Class<?> type) {
        String file = type.getName().substring(type.getName().lastIndexOf('.') + 1) + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no class file of " + type.getName());
            }
            return ClassFile.of().parse(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the class file of " + type.getName() + " cannot be read", e);
        }
    }
}
