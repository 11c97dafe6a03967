// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin;

import java.time.Instant;
import officina.api.json.JsonObject;
import officina.api.record.RecordKind;

/**
 * That the person installs what somebody signed: record kind {@code publisher-key}.
 *
 * @param name what the person calls whose key it is
 */
public record TrustedKey(PublisherKey key, String name, Instant trustedAt) {

    public static final RecordKind KIND = new RecordKind("publisher-key");

    /** A longer name is none. */
    public static final int LONGEST_NAME = 100;

    public TrustedKey {
        if (name.isBlank() || !PlainLine.is(name, LONGEST_NAME)) {
            throw new IllegalArgumentException("the name of a publisher is one plain line");
        }
    }

    public static TrustedKey from(JsonObject fields) {
        return new TrustedKey(
                new PublisherKey(fields.requireText("key")),
                fields.requireText("name"),
                Instant.parse(fields.requireText("trustedAt")));
    }

    public JsonObject fields() {
        return JsonObject.EMPTY.with("key", key.text()).with("name", name).with("trustedAt", trustedAt);
    }
}
