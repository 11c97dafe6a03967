// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.mail;

import java.time.DateTimeException;
import java.time.Instant;
import officina.api.json.JsonObject;

/**
 * Up to where the messages of a mailbox are known: all with that number or a smaller one. Numbers hold as long as the
 * mailbox has the validity that it had; a mailbox that was made anew is gone through again from the time on.
 *
 * @param validity of the numbers, as the server said; 0 where no number is known yet
 * @param uid the largest number that is known
 * @param time messages that came before it are known, whatever their number
 */
public record MailMark(long validity, long uid, Instant time) {

    /** Before all that comes from that moment on. */
    public static MailMark from(Instant time) {
        return new MailMark(0, 0, time);
    }

    /** Reads what {@link #fields} wrote; throws {@link IllegalArgumentException} naming what is wrong. */
    public static MailMark read(JsonObject fields) {
        try {
            return new MailMark(
                    fields.number("validity", 0), fields.number("uid", 0), Instant.parse(fields.requireText("time")));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("field \"time\" must be an instant", e);
        }
    }

    /** A form to keep it in. */
    public JsonObject fields() {
        return JsonObject.EMPTY.with("validity", validity).with("uid", uid).with("time", time);
    }
}
