// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.id;

import java.util.regex.Pattern;

/** Names a plug-in: kind first, name second. {@code officina} is the product itself, {@code user} the person. */
public record PluginId(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(\\.[a-z0-9][a-z0-9-]*)*+");

    /** The person at the desktop or the command line, as the author of a change. */
    public static final PluginId USER = new PluginId("user");

    /** The product itself. */
    public static final PluginId OFFICINA = new PluginId("officina");

    public PluginId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a PluginId looks like agent.task, not: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
