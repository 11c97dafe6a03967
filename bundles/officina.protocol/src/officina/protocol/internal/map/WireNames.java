// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.internal.map;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The names on the wire of the constants of one enum. */
public final class WireNames<E extends Enum<E>> {

    private final Function<E, String> names;
    private final Map<String, E> constants = new LinkedHashMap<>();

    private WireNames(Class<E> type, Function<E, String> names) {
        this.names = names;
        for (E constant : type.getEnumConstants()) {
            constants.put(names.apply(constant), constant);
        }
    }

    /** The function is a switch without default: a new constant does not compile until it has a name. */
    public static <E extends Enum<E>> WireNames<E> of(Class<E> type, Function<E, String> names) {
        return new WireNames<>(type, names);
    }

    public String of(E constant) {
        return names.apply(constant);
    }

    /** {@code null} for a name that this build does not know. */
    public @Nullable E parse(String name) {
        return constants.get(name);
    }

    /** All names, in the order of the constants. */
    public Set<String> all() {
        return Collections.unmodifiableSet(constants.keySet());
    }
}
