// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import java.util.List;

/** What the person works in. */
public interface Projects {

    /** All projects, by name; there is always the default one. */
    List<ProjectItem> list();
}
