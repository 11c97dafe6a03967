// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What a path means once the system has followed all links in it. */
public final class RealPaths {

    private RealPaths() {}

    /**
     * The place itself: absolute, without links, {@code .} and {@code ..}. Of what is not there the part that is, and the
     * names after it as they are. {@code null} where that cannot be known, for example for {@code ..} in what is not
     * there.
     */
    public static @Nullable Path of(Path asked) {
        Path absolute = asked.toAbsolutePath();
        try {
            return absolute.toRealPath();
        } catch (IOException e) {
            Path name = absolute.getFileName();
            Path parent = absolute.getParent();
            if (name == null
                    || parent == null
                    || name.toString().equals("..")
                    || name.toString().equals(".")) {
                return null;
            }
            Path known = of(parent);
            return known == null ? null : known.resolve(name);
        }
    }
}
