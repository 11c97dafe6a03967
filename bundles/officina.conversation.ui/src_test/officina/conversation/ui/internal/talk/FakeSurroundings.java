// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.conversation.ui.internal.talk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import officina.api.id.RecordId;
import officina.api.id.SessionId;
import officina.api.record.Project;
import officina.base.Progress;
import officina.engine.Diagnostics;
import officina.engine.ProjectItem;
import officina.engine.Sample;
import officina.engine.Surrounding;
import officina.engine.Surrounding.Kind;
import officina.engine.UntrackedProject;
import officina.engine.Vitals;
import org.jspecify.annotations.Nullable;

/** What newcomers are shown: the sample, and a machine with a server of models. */
final class FakeSurroundings implements Sample, Diagnostics {

    private static final RecordId PROJECT = new RecordId(new UUID(0, 99));

    private final FakeTalk talk;
    private volatile boolean there;

    FakeSurroundings(FakeTalk talk) {
        this.talk = talk;
    }

    @Override
    public Optional<ProjectItem> project() {
        return there ? Optional.of(item()) : Optional.empty();
    }

    private static ProjectItem item() {
        return new ProjectItem(PROJECT, new Project("Sample household", PROJECT, List.of(), false));
    }

    @Override
    public ProjectItem add(Progress progress) {
        talk.note("add the sample");
        there = true;
        return item();
    }

    @Override
    public UntrackedProject remove(Progress progress) {
        talk.note("remove the sample");
        there = false;
        return new UntrackedProject("Sample household", 0, 0, 0, 0);
    }

    @Override
    public List<Surrounding> lookAround() {
        if (talk.bare) {
            return List.of(
                    new Surrounding(Kind.MODEL_SERVER, "Ollama", false, List.of(), "http://127.0.0.1:11434/v1"),
                    new Surrounding(Kind.KEYS, "", false, List.of(), ""),
                    new Surrounding(Kind.GIT, "git", false, List.of(), ""),
                    new Surrounding(Kind.SANDBOX, "bubblewrap", false, List.of(), ""));
        }
        return List.of(
                new Surrounding(
                        Kind.MODEL_SERVER,
                        "Ollama",
                        true,
                        List.of("llama3.2:3b", "qwen3:8b"),
                        "http://127.0.0.1:11434/v1"),
                new Surrounding(Kind.MODEL_SERVER, "vLLM", false, List.of(), "http://127.0.0.1:8000/v1"),
                new Surrounding(Kind.KEYS, "", true, List.of("OPENAI_API_KEY"), ""),
                new Surrounding(Kind.GIT, "git", true, List.of("/usr/bin/git"), ""),
                new Surrounding(Kind.SANDBOX, "bubblewrap", false, List.of(), ""));
    }

    @Override
    public List<Check> run(Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Check> glance() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void bundle(Path file, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Status status(@Nullable SessionId conversation) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Vitals vitals() {
        throw new UnsupportedOperationException();
    }
}
