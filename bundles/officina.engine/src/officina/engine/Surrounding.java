// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;

/**
 * Something on this machine that Officina could work with, or lacks.
 *
 * @param name what it is called: "Ollama", "git"
 * @param found whether it is there and can be used
 * @param details of a server the names of its models, of keys the names of their variables, of a program its path
 * @param address of a server where its interface begins; else empty
 */
public record Surrounding(Kind kind, String name, boolean found, List<String> details, String address) {

    /** What it is. */
    public enum Kind {
        /** A server with language models. */
        MODEL_SERVER,
        /** Keys of model services in the environment, of which nothing but the name is looked at. */
        KEYS,
        /** Keeps versions of files. */
        GIT,
        /** Limits what programs may do. With details and not found it is there, and the system does not let it work. */
        SANDBOX
    }

    public Surrounding {
        details = List.copyOf(details);
    }
}
