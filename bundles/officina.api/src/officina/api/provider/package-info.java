// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** What a source of language models implements, and the values that go in and out. */
@NullMarked
package officina.api.provider;

import org.jspecify.annotations.NullMarked;
