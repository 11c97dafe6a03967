// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.api.document;

/** What happened to one file of a folder. Paths are relative to the folder, with {@code /} between names. */
public sealed interface FolderChange {

    /** The path that is to be known from now on, or no more. */
    String path();

    /** A file that was not known. */
    record Added(String path, FileStamp stamp) implements FolderChange {}

    /** Its content is another. */
    record Changed(String path, FileStamp stamp) implements FolderChange {}

    /** Only its time is another; what was made of its content holds. */
    record Touched(String path, FileStamp stamp) implements FolderChange {}

    /** The same content under another name; what was made of it holds. */
    record Moved(String from, String path, FileStamp stamp) implements FolderChange {}

    /** It is gone, or is passed over now. */
    record Removed(String path) implements FolderChange {}
}
