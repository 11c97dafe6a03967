// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An interface whose objects are lent: each of its methods by its name, so that no two may share one. What is an
 * interface among their parameters and results is lent in turn; everything else is a value.
 */
final class Contract {

    private static final Set<Class<?>> VALUES = Set.of(List.class, Set.class, Map.class, Collection.class, Path.class);

    private final Class<?> type;
    private final Map<String, ContractMethod> methods = new TreeMap<>();

    Contract(Type type) {
        this.type = raw(type);
        if (!isLent(type)) {
            throw new IllegalArgumentException(type.getTypeName() + " is no interface whose objects can be lent");
        }
        Map<TypeVariable<?>, Type> filledIn = filledIn(type);
        for (Method method : this.type.getMethods()) {
            if (travels(method) && methods.put(method.getName(), method(method, filledIn)) != null) {
                throw new IllegalArgumentException(type.getTypeName() + " has two methods " + method.getName());
            }
        }
    }

    /** The interface itself. */
    Class<?> type() {
        return type;
    }

    Collection<ContractMethod> methods() {
        return methods.values();
    }

    @Nullable
    ContractMethod find(String name) {
        return methods.get(name);
    }

    /** {@code null} for one that does not travel. */
    @Nullable
    ContractMethod of(Method method) {
        ContractMethod named = methods.get(method.getName());
        return named != null && Arrays.equals(named.method().getParameterTypes(), method.getParameterTypes())
                ? named
                : null;
    }

    /** Whether objects of that type are lent, and not sent as what they are. */
    static boolean isLent(Type type) {
        Class<?> raw = raw(type);
        return raw.isInterface() && !raw.isSealed() && !VALUES.contains(raw);
    }

    /** What the interfaces of Java itself do by default is made of their one method, by whoever calls it. */
    private static boolean travels(Method method) {
        boolean ofJava = method.getDeclaringClass().getClassLoader() == null;
        return ofJava ? Modifier.isAbstract(method.getModifiers()) : !Modifier.isStatic(method.getModifiers());
    }

    private static ContractMethod method(Method method, Map<TypeVariable<?>, Type> filledIn) {
        return new ContractMethod(
                method,
                Arrays.stream(method.getGenericParameterTypes())
                        .map(each -> filled(each, filledIn))
                        .toList(),
                filled(method.getGenericReturnType(), filledIn),
                List.of(method.getExceptionTypes()).contains(InterruptedException.class));
    }

    private static Map<TypeVariable<?>, Type> filledIn(Type type) {
        Map<TypeVariable<?>, Type> filledIn = new HashMap<>();
        if (type instanceof ParameterizedType generic) {
            TypeVariable<?>[] names = raw(type).getTypeParameters();
            for (int i = 0; i < names.length; i++) {
                filledIn.put(names[i], generic.getActualTypeArguments()[i]);
            }
        }
        return filledIn;
    }

    private static Type filled(Type type, Map<TypeVariable<?>, Type> filledIn) {
        return type instanceof TypeVariable<?> name
                ? Objects.requireNonNull(filledIn.get(name), () -> type + " stands for nothing")
                : type;
    }

    /** No switch: what chooses by type there is made by the virtual machine at each start, and no cache keeps it. */
    private static Class<?> raw(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        if (type instanceof ParameterizedType generic) {
            return (Class<?>) generic.getRawType();
        }
        throw new IllegalArgumentException(type.getTypeName() + " has no form on the wire");
    }
}
