// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.language.internal.meaning;

import java.time.LocalDate;

/** From one day to another, both included. */
record Range(LocalDate first, LocalDate last) {}
