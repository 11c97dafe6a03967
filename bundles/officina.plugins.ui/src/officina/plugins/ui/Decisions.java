// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.id.RecordId;
import officina.api.permission.GrantScope;
import officina.api.permission.Permission;
import officina.engine.Engine;
import officina.engine.PluginItem.Held;
import officina.plugins.ui.model.PermissionText;
import officina.plugins.ui.model.Words;
import officina.ui.base.NoticeLine;
import officina.ui.base.PaneAction;
import officina.ui.base.PaneSite;
import officina.ui.base.PluginNames;
import org.jspecify.annotations.Nullable;

/** Allows and takes back, says what was done and offers to undo it. UI thread only. */
final class Decisions {

    private final PaneSite site;
    private final NoticeLine notices;
    private final Runnable changed;
    private final Choices choices;

    /** @param changed called after each */
    Decisions(PaneSite site, NoticeLine notices, Runnable changed, Choices choices) {
        this.site = site;
        this.notices = notices;
        this.changed = changed;
        this.choices = choices;
    }

    /** Asks the person for a folder; empty when they change their mind. */
    Optional<Path> folder() {
        return choices.folder(site.parent().getShell());
    }

    /**
     * @param before what allowed it already, or a part of it, to which undo leads back
     * @param failed hears why it was not done
     */
    void allow(
            PluginId plugin,
            Permission permission,
            GrantScope scope,
            @Nullable RecordId project,
            List<Held> before,
            Consumer<Failure> failed) {
        site.call(
                engine -> engine.plugins().grant(plugin, permission, scope, project),
                granted -> {
                    List<Held> same = before.stream()
                            .filter(each -> each.permission().equals(granted))
                            .toList();
                    notices.tell(
                            Words.ALLOWED.text(PluginNames.of(plugin), PermissionText.of(granted)),
                            undo(() -> takeBackTo(plugin, granted, same)));
                    changed.run();
                },
                failed);
    }

    /** The grants of a permission are taken back together, so that those there were before are given again. */
    private void takeBackTo(PluginId plugin, Permission permission, List<Held> before) {
        site.call(
                engine -> {
                    engine.plugins().revoke(plugin, permission);
                    before.forEach(each -> giveAgain(engine, plugin, each));
                    return true;
                },
                _ -> {
                    notices.tell(
                            before.isEmpty()
                                    ? Words.TAKEN.text(PluginNames.of(plugin), PermissionText.of(permission))
                                    : Words.UNDONE.text());
                    changed.run();
                },
                this::object);
    }

    /**
     * @param held what is taken back, which undo brings again; none where nothing can
     * @param failed hears why it was not done
     */
    void takeBack(PluginId plugin, Permission permission, List<Held> held, Consumer<Failure> failed) {
        site.call(
                engine -> {
                    engine.plugins().revoke(plugin, permission);
                    return true;
                },
                _ -> {
                    String done = Words.TAKEN.text(PluginNames.of(plugin), PermissionText.of(permission));
                    if (held.isEmpty()) {
                        notices.tell(done);
                    } else {
                        notices.tell(done, undo(() -> giveAgain(plugin, held)));
                    }
                    changed.run();
                },
                failed);
    }

    private void giveAgain(PluginId plugin, List<Held> held) {
        site.call(
                engine -> {
                    held.forEach(each -> giveAgain(engine, plugin, each));
                    return true;
                },
                _ -> {
                    notices.tell(Words.ALLOWED.text(
                            PluginNames.of(plugin),
                            PermissionText.of(held.getFirst().permission())));
                    changed.run();
                },
                this::object);
    }

    private static void giveAgain(Engine engine, PluginId plugin, Held held) {
        RecordId project =
                held.scope() == GrantScope.PROJECT ? new RecordId(Objects.requireNonNull(held.owner())) : null;
        engine.plugins().grant(plugin, held.permission(), held.scope(), project);
    }

    private PaneAction undo(Runnable work) {
        return new PaneAction(Words.UNDO.text(), work);
    }

    private void object(Failure failure) {
        notices.object(failure.told());
        changed.run();
    }
}
