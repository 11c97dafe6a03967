// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** When what happens by itself is due: cron expressions, and the rules for what was missed, failed or is paused. Values only. */
@NullMarked
package officina.core.schedule;

import org.jspecify.annotations.NullMarked;
