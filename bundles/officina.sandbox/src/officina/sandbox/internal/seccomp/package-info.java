// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
/** Which system calls a program in the sandbox may make, and the filter made of that. */
@NullMarked
package officina.sandbox.internal.seccomp;

import org.jspecify.annotations.NullMarked;
