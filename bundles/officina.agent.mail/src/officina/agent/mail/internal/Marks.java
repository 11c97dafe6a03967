// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.agent.mail.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import officina.api.json.JsonObject;
import officina.api.mail.MailMark;

/** Up to where each account is known, in what the engine keeps between rounds. */
final class Marks {

    private static final String ACCOUNTS = "accounts";

    /** So far back is looked in an account that is new here. */
    private static final Duration FIRST = Duration.ofDays(7);

    private final Instant now;
    private final Map<String, MailMark> marks = new TreeMap<>();

    /** @param kept by the round before; empty before the first */
    Marks(JsonObject kept, Instant now) {
        this.now = now;
        JsonObject accounts = kept.object(ACCOUNTS);
        for (String name : accounts.members().keySet()) {
            try {
                marks.put(name, MailMark.read(accounts.object(name)));
            } catch (IllegalArgumentException unreadable) {
                // looked through as one that is new here
                marks.remove(name);
            }
        }
    }

    MailMark of(String account) {
        return marks.getOrDefault(account, MailMark.from(now.minus(FIRST)));
    }

    void reached(String account, MailMark mark) {
        marks.put(account, mark);
    }

    JsonObject kept() {
        JsonObject accounts = JsonObject.EMPTY;
        for (Map.Entry<String, MailMark> each : marks.entrySet()) {
            accounts = accounts.with(each.getKey(), each.getValue().fields());
        }
        return JsonObject.EMPTY.with(ACCOUNTS, accounts);
    }
}
