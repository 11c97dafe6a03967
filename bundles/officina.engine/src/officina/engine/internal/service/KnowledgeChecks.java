// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal.service;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.memory.Embedder;
import officina.api.memory.EmbedderState;
import officina.engine.Diagnostics.Check;
import officina.engine.Diagnostics.Result;
import officina.engine.internal.knowledge.EngineIndex;
import officina.index.Index;
import officina.index.IndexHealth;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the index and the model of meanings are. A glance opens and loads nothing. */
final class KnowledgeChecks {

    private static final Logger log = LoggerFactory.getLogger(KnowledgeChecks.class);

    private final Embedder meanings;
    private final EngineIndex shared;
    private final Path folder;
    private final BooleanSupplier isUsed;

    /**
     * @param folder where the index is, or will be
     * @param isUsed whether the person has folders in it
     */
    KnowledgeChecks(Embedder meanings, EngineIndex shared, Path folder, BooleanSupplier isUsed) {
        this.isUsed = isUsed;
        this.meanings = meanings;
        this.shared = shared;
        this.folder = folder;
    }

    List<Check> glance() {
        return List.of(ofMeaning(), ofIndex());
    }

    /** The same, after a try where the person uses it. */
    List<Check> run() {
        if (isUsed.getAsBoolean()) {
            tried();
        }
        return glance();
    }

    private void tried() {
        try {
            meanings.query("a try");
            shared.existing();
        } catch (FailureException e) {
            log.info("a try of the index failed: {}", e.failure().code());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Check ofMeaning() {
        String id = "meaning";
        String title = "Search and routing by meaning";
        return switch (meanings.state()) {
            case EmbedderState.Asleep() ->
                new Check(
                        id,
                        title,
                        Result.NOT_VERIFIED,
                        "Its model is not loaded; that happens when something is asked or looked for.",
                        "");
            case EmbedderState.Ready() ->
                new Check(id, title, Result.VERIFIED, "Its model is loaded, and works on this machine.", "");
            case EmbedderState.Unavailable(Failure failure) -> problem(id, title, failure);
        };
    }

    private Check ofIndex() {
        String id = "index";
        String title = "Index";
        Index index = shared.peek();
        if (index == null) {
            String text = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                    ? "Not open; that happens when something is looked for."
                    : "There is none yet.";
            return new Check(id, title, Result.NOT_VERIFIED, text, "");
        }
        try {
            return new Check(id, title, Result.VERIFIED, text(index.health()), "");
        } catch (FailureException e) {
            return problem(id, title, e.failure());
        }
    }

    private static String text(IndexHealth health) {
        String there = health.passages() + " passages can be found.";
        IndexHealth.Emptied emptied = health.emptied();
        return emptied == null
                ? there
                : there
                        + switch (emptied) {
                            case DAMAGED -> " It was damaged and is made anew from its documents.";
                            case OUTDATED -> " Another version had made it; it is made anew from its documents.";
                        };
    }

    private static Check problem(String id, String title, Failure failure) {
        String remedy = failure.remedy();
        return new Check(id, title, Result.PROBLEM, failure.message(), remedy == null ? "" : remedy);
    }
}
