// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.sandbox;

import java.nio.file.Path;
import java.util.List;

/**
 * Which files a program in the sandbox is given, each at its own place.
 *
 * @param work a folder of its own: it starts there and may do what it likes in it. Where the engine runs as root it is
 *     made the property of another user
 * @param readable folders and files; what the program itself is made of is among them
 * @param writable folders
 * @param hidden folders that stay empty for it though they lie in one of the others: the data of the engine
 */
public record SandboxFolders(Path work, List<Path> readable, List<Path> writable, List<Path> hidden) {

    public SandboxFolders {
        readable = List.copyOf(readable);
        writable = List.copyOf(writable);
        hidden = List.copyOf(hidden);
    }

    /** One of its own, and what may be read. */
    public SandboxFolders(Path work, List<Path> readable) {
        this(work, readable, List.of(), List.of());
    }
}
