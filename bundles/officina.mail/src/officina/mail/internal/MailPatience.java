// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.mail.internal;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param connect for a connection
 * @param answer for each answer
 * @param whole for everything together
 */
record MailPatience(Duration connect, Duration answer, Duration whole) {

    static final MailPatience USUAL =
            new MailPatience(Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofMinutes(2));
}
