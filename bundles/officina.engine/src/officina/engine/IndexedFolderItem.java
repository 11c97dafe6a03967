// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine;

import officina.api.id.RecordId;
import officina.api.record.IndexedFolder;

/** An indexed folder with what names it. */
public record IndexedFolderItem(RecordId id, IndexedFolder folder) {}
