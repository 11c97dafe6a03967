// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.host;

import java.util.regex.Pattern;

/** Names a secret of the vault without holding it: {@code provider.openai-work}. May be stored, logged and sent. */
public record SecretRef(String name) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*+");

    public SecretRef {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("a secret's name looks like provider.openai, not: " + name);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
