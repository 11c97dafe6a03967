// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.plugins.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.id.PluginId;
import officina.api.permission.Permission;
import officina.api.permission.PermissionRequest;
import officina.api.permission.PermissionType;
import officina.engine.PluginItem;
import officina.engine.PluginItem.Installation;
import officina.engine.PluginItem.Waiting;
import officina.testkit.ui.Gallery;
import officina.testkit.ui.PartialEngine;
import officina.testkit.ui.Stage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;

/** Paints the page in its states: {@code Scenes FOLDER [EXPRESSION]}. */
public final class Scenes {

    private Scenes() {}

    public static void main(String[] arguments) throws IOException {
        Gallery gallery = Gallery.of(arguments);
        gallery.paint("plugins-empty", 640, 420, stage -> show(stage, new FakePlugins()));
        gallery.paint("plugins-normal", 680, 760, stage -> show(stage, all(), "Take Back"));
        gallery.paint("plugins-failing", 680, 760, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN, SWT.ARROW_DOWN);
        });
        gallery.paint("plugins-risk", 680, 760, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN);
        });
        gallery.paint("plugins-folder", 680, 900, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN);
            stage.pressButton("Choose a Folder");
        });
        gallery.paint("plugins-gone", 680, 560, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN, SWT.ARROW_DOWN, SWT.ARROW_DOWN);
        });
        gallery.paint("plugins-project", 680, 900, stage -> show(stage, all(), "Take Back", "Allow in a Project"));
        gallery.paint("plugins-refused", 680, 760, stage -> {
            FakePlugins plugins = all();
            plugins.refuse(full());
            show(stage, plugins, "Take Back");
        });
        gallery.paint("plugins-unread", 680, 420, stage -> {
            FakePlugins plugins = all();
            plugins.hide(full());
            show(stage, plugins);
        });
        gallery.paint("plugins-none", 680, 420, stage -> {
            show(stage, all());
            stage.focus(stage.find(Text.class, _ -> true));
            stage.type("calendar");
        });
        gallery.paint("plugins-narrow", 320, 760, stage -> show(stage, all()));
        gallery.paint("plugins-install", 680, 760, stage -> {
            show(stage, all().offering(offer(new Installation(List.of(KEY), "", true, "", null))));
            stage.pressButton("Install a Plug-in");
        });
        gallery.paint("plugins-install-unsigned", 680, 760, stage -> {
            show(stage, all().offering(offer(new Installation(List.of(), "", true, "0.9", null))));
            stage.pressButton("Install a Plug-in");
        });
        gallery.paint("plugins-installed", 680, 900, stage -> {
            PermissionRequest more = new PermissionRequest(
                    new Permission(PermissionType.NOTIFY, Permission.ANY), "To say what it has found.", false);
            Waiting next = new Waiting("2.0", List.of(more));
            show(
                    stage,
                    new FakePlugins()
                            .with(offer(new Installation(List.of(KEY), "The Example Company", true, "0.9", next))));
        });
        gallery.paint("plugins-available", 680, 760, stage -> {
            String problem =
                    "The catalogue Other at https://other.example/ cannot be read now. The server does not answer.";
            show(stage, all().offered(FakePlugins.offersOfAll(), problem), "Available");
            stage.await(
                    "the offers",
                    () -> stage.has(Label.class, each -> each.getText().equals("Lists agent")));
        });
        gallery.paint("plugins-available-none", 320, 420, stage -> show(stage, all(), "Available"));
        gallery.paint("processes-empty", 680, 420, stage -> processes(stage, new FakePlugins()));
        gallery.paint("processes-normal", 680, 460, stage -> processes(stage, busy()));
        gallery.paint("processes-failing", 680, 420, stage -> {
            FakePlugins plugins = busy();
            plugins.hide(full());
            processes(stage, plugins);
        });
        gallery.paint("processes-end", 680, 460, stage -> {
            processes(stage, busy());
            stage.press(SWT.ARROW_DOWN);
            stage.pressButton("End");
        });
        gallery.paint("processes-unverified", 380, 460, stage -> {
            processes(stage, new FakePlugins().running(FakePlugins.process(FakePlugins.FILES, 4_711, "none", 0)));
        });
        gallery.paint("plugins-wide", 1080, 640, stage -> {
            show(stage, all());
            stage.press(SWT.ARROW_DOWN);
        });
    }

    private static final String KEY = "ed25519:" + "AbC4".repeat(10) + "xyz";

    private static PluginItem offer(Installation installation) {
        return FakePlugins.installed(FakePlugins.files(), installation);
    }

    private static FakeLog refusals() {
        Permission connect = new Permission(PermissionType.NET_CONNECT, "lookup.example:443");
        return new FakeLog().refused(FakePlugins.FILES, connect, FakePlugins.EARLIER, FakePlugins.EARLIER);
    }

    private static FakePlugins all() {
        return new FakePlugins()
                .with(FakePlugins.tasks(), FakePlugins.files(), FakePlugins.broken(), FakePlugins.gone());
    }

    private static FakePlugins busy() {
        return new FakePlugins()
                .running(
                        FakePlugins.process(FakePlugins.FILES, 4_711, "bubblewrap", 0),
                        FakePlugins.process(new PluginId("batch.mail"), 4_790, "bubblewrap", 2));
    }

    private static void processes(Stage stage, FakePlugins plugins) {
        stage.show("Processes", PartialEngine.of(plugins), (site, _) -> new ProcessesPane(site));
    }

    private static Failure full() {
        return Failure.of(
                "store.full", ErrorKind.RESOURCE, "This could not be kept: the disk is full.", "Free some space.");
    }

    private static void show(Stage stage, FakePlugins plugins, String... presses) {
        stage.show(
                "Plug-ins",
                PartialEngine.of(plugins, plugins.projects(), refusals()),
                (site, engine) -> new PluginsPane(site, engine, new Choices() {
                    @Override
                    public Optional<Path> folder(Shell over) {
                        return Optional.of(Path.of("/home/me/Documents"));
                    }

                    @Override
                    public Optional<Path> bundle(Shell over) {
                        return Optional.of(Path.of("/home/me/Downloads/files.jar"));
                    }
                }));
        for (String button : presses) {
            stage.pressButton(button);
        }
    }
}
