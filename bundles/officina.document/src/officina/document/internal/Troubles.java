// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.document.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import officina.api.document.DocumentProblem;
import officina.api.document.DocumentTrouble;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;

/** The words for everything that can be the matter with a file. */
public final class Troubles {

    private Troubles() {}

    public static DocumentTrouble unsupported(String path) {
        return new DocumentTrouble(
                DocumentProblem.UNSUPPORTED,
                path,
                Failure.of(
                        "document.unsupported",
                        ErrorKind.USER,
                        "This is no kind of document that is read.",
                        "Read are text, Markdown, source code, PDF and Word (.docx); save it as one of these."));
    }

    public static DocumentTrouble empty(String path) {
        return new DocumentTrouble(
                DocumentProblem.EMPTY,
                path,
                Failure.of("document.empty", ErrorKind.USER, "There is no text in this file.", null));
    }

    /** A PDF whose pages are pictures. */
    public static DocumentTrouble pictures(String path) {
        return new DocumentTrouble(
                DocumentProblem.EMPTY,
                path,
                Failure.of(
                        "document.no-text",
                        ErrorKind.USER,
                        "The pages of this PDF hold no text; they may be scanned pictures.",
                        "Run a text recognition over it (for example ocrmypdf) and save the result beside it."));
    }

    public static DocumentTrouble binary(String path) {
        return new DocumentTrouble(
                DocumentProblem.BINARY,
                path,
                Failure.of(
                        "document.binary",
                        ErrorKind.USER,
                        "This file is named like text, but it holds something else.",
                        "Nothing needs to be done; the file is passed over."));
    }

    public static DocumentTrouble broken(String path) {
        return new DocumentTrouble(
                DocumentProblem.BROKEN,
                path,
                Failure.of(
                        "document.broken",
                        ErrorKind.USER,
                        "This file is damaged, or not what its name says.",
                        "Open it in the program it was made with, save it again, or put it back from a backup."));
    }

    public static DocumentTrouble locked(String path) {
        return new DocumentTrouble(
                DocumentProblem.LOCKED,
                path,
                Failure.of(
                        "document.locked",
                        ErrorKind.USER,
                        "This document can be opened with a password only.",
                        "Save a copy without the password where it may be read."));
    }

    public static DocumentTrouble tooLarge(String path, long limit) {
        return new DocumentTrouble(
                DocumentProblem.TOO_LARGE,
                path,
                Failure.of(
                        "document.too-large",
                        ErrorKind.USER,
                        "This file has more than " + (limit >> 20) + " MiB, and so much is not read.",
                        "Split it, or save its text as a file of its own."));
    }

    /** Read up to a limit. */
    public static DocumentTrouble cutShort(String path, int characters) {
        return new DocumentTrouble(
                DocumentProblem.TOO_LARGE,
                path,
                Failure.of(
                        "document.cut-short",
                        ErrorKind.USER,
                        "Only the first " + characters + " characters of this document were read.",
                        "Split it, so that all of it can be found."));
    }

    public static DocumentTrouble tooManyPages(String path, int pages) {
        return new DocumentTrouble(
                DocumentProblem.TOO_LARGE,
                path,
                Failure.of(
                        "document.too-many-pages",
                        ErrorKind.USER,
                        "Only the first " + pages + " pages of this PDF were read.",
                        "Split it, so that all of it can be found."));
    }

    public static DocumentTrouble tooSlow(String path, Limits limits) {
        return new DocumentTrouble(
                DocumentProblem.TOO_SLOW,
                path,
                Failure.of(
                        "document.too-slow",
                        ErrorKind.RESOURCE,
                        "Reading this document was given up after "
                                + limits.time().toSeconds()
                                + " seconds, too many drawing steps or too much on one page.",
                        "Print it into a new PDF, or save its text as a file of its own."));
    }

    public static DocumentTrouble unsafe(String path) {
        return new DocumentTrouble(
                DocumentProblem.UNSAFE,
                path,
                Failure.of(
                        "document.unsafe",
                        ErrorKind.USER,
                        "This document unpacks to far more than it should, or reaches for other files. It may have been"
                                + " made to do harm.",
                        "Delete it unless you know where it comes from."));
    }

    /** Some pages could not be read, or were not tried any more. */
    public static DocumentTrouble partial(String path, int pages) {
        return new DocumentTrouble(
                DocumentProblem.PARTIAL,
                path,
                Failure.of(
                        "document.partial",
                        ErrorKind.USER,
                        pages + " pages of this PDF are damaged, or follow after many damaged ones, and were left out.",
                        "Print it into a new PDF, or put it back from a backup."));
    }

    /** For a folder. */
    public static DocumentTrouble tooManyFiles(String path, int files) {
        return new DocumentTrouble(
                DocumentProblem.TOO_LARGE,
                path,
                Failure.of(
                        "document.too-many-files",
                        ErrorKind.USER,
                        "There are more than " + files + " documents in this folder; the others were left out.",
                        "Choose the folders inside it that matter, one by one."));
    }

    public static DocumentTrouble changed(String path) {
        return new DocumentTrouble(
                DocumentProblem.CHANGED,
                path,
                new Failure(
                        "document.changed",
                        ErrorKind.RESOURCE,
                        "This file was written to while it was read.",
                        "It is read again when the folder is looked through next.",
                        true,
                        null));
    }

    public static DocumentTrouble gone(String path) {
        return new DocumentTrouble(
                DocumentProblem.GONE,
                path,
                Failure.of("document.gone", ErrorKind.RESOURCE, "This file or folder is not there any more.", null));
    }

    public static DocumentTrouble forbidden(String path) {
        return new DocumentTrouble(
                DocumentProblem.FORBIDDEN,
                path,
                Failure.of(
                        "document.forbidden",
                        ErrorKind.RESOURCE,
                        "Your account may not read this file or folder.",
                        "Change its permissions, or leave it out."));
    }

    public static DocumentTrouble link(String path) {
        return new DocumentTrouble(
                DocumentProblem.LINK,
                path,
                Failure.of(
                        "document.link",
                        ErrorKind.USER,
                        "This is a link to another place, and links are not followed.",
                        "Add the folder it leads to, if what is there should be found."));
    }

    /** The disk failed, or a library met what it does not know. */
    public static DocumentTrouble failed(String path) {
        return new DocumentTrouble(
                DocumentProblem.FAILED,
                path,
                Failure.of(
                        "document.failed",
                        ErrorKind.INTERNAL,
                        "Reading this file failed; the log has the details.",
                        "Check the disk; report it if the file opens elsewhere."));
    }

    /** What the file system answered instead of a file's content or facts. */
    public static DocumentTrouble of(String path, IOException e) {
        return switch (e) {
            case UnreadableException known -> known.trouble();
            case NoSuchFileException _ -> gone(path);
            case AccessDeniedException _ -> forbidden(path);
            case FileSystemLoopException _ -> link(path);
            default -> failed(path);
        };
    }
}
