// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.event;

import java.util.List;
import officina.api.id.PluginId;

/** Who caused an event, as a chain from the first cause to the last: {@code user=>officina=>agent.task}. */
public record Origin(List<PluginId> chain) {

    public static final Origin USER = new Origin(List.of(PluginId.USER));

    public Origin {
        chain = List.copyOf(chain);
        if (chain.isEmpty()) {
            throw new IllegalArgumentException("an origin names at least one cause");
        }
    }

    /** This chain with one more link. */
    public Origin then(PluginId next) {
        return new Origin(java.util.stream.Stream.concat(chain.stream(), java.util.stream.Stream.of(next))
                .toList());
    }

    /** The last link: who did it. */
    public PluginId actor() {
        return chain.getLast();
    }

    public static Origin parse(String text) {
        if (text.equals(PluginId.USER.value())) {
            // most events of a history
            return USER;
        }
        return new Origin(
                java.util.Arrays.stream(text.split("=>")).map(PluginId::new).toList());
    }

    @Override
    public String toString() {
        return String.join("=>", chain.stream().map(PluginId::value).toList());
    }
}
