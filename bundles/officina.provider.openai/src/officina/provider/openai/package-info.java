// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** The provider for OpenAI and for servers that speak its interface. */
@NullMarked
package officina.provider.openai;

import org.jspecify.annotations.NullMarked;
