// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.time.Duration;

/**
 * How a mail server answered when it was tried.
 *
 * @param messages in the inbox
 */
public record MailTest(String account, int messages, Duration took) {}
