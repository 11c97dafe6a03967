// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.provider;

import java.time.Duration;
import officina.api.json.JsonObject;

/**
 * How long to wait for a model. A local one may load for minutes before its first token; between tokens silence means
 * that something is wrong.
 *
 * @param connect until there is a connection, secured where it is to be
 * @param firstToken from then until the model says something
 * @param betweenTokens until it says more
 */
public record ModelPatience(Duration connect, Duration firstToken, Duration betweenTokens) {

    // before the constant that is checked with it
    private static final Duration LONGEST = Duration.ofHours(1);

    /** 10 seconds, 3 minutes, 1 minute. */
    public static final ModelPatience STANDARD =
            new ModelPatience(Duration.ofSeconds(10), Duration.ofMinutes(3), Duration.ofMinutes(1));

    public ModelPatience {
        check(connect);
        check(firstToken);
        check(betweenTokens);
    }

    private static void check(Duration limit) {
        if (limit.isNegative() || limit.isZero() || limit.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a time-out is more than nothing and at most an hour");
        }
    }

    static ModelPatience from(JsonObject fields) {
        return new ModelPatience(
                millis(fields, "connect", STANDARD.connect),
                millis(fields, "firstToken", STANDARD.firstToken),
                millis(fields, "betweenTokens", STANDARD.betweenTokens));
    }

    private static Duration millis(JsonObject fields, String name, Duration standard) {
        return Duration.ofMillis(fields.number(name, standard.toMillis()));
    }

    JsonObject fields() {
        return JsonObject.EMPTY
                .with("connect", connect.toMillis())
                .with("firstToken", firstToken.toMillis())
                .with("betweenTokens", betweenTokens.toMillis());
    }
}
