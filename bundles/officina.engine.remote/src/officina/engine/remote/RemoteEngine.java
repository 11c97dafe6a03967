// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.remote;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import officina.engine.Activity;
import officina.engine.Automations;
import officina.engine.Corrections;
import officina.engine.Diagnostics;
import officina.engine.Engine;
import officina.engine.HolderWindow;
import officina.engine.Keys;
import officina.engine.Knowledge;
import officina.engine.MailAccounts;
import officina.engine.Models;
import officina.engine.PersonalData;
import officina.engine.Plugins;
import officina.engine.Projects;
import officina.engine.Runs;
import officina.engine.Sample;
import officina.engine.Sessions;
import officina.engine.SettingsService;
import officina.engine.Todos;
import officina.engine.remote.internal.Link;
import officina.engine.remote.internal.ServiceCalls;
import officina.engine.wire.AttachReply;
import officina.engine.wire.EngineMethods;

/**
 * An engine that runs in another process of the same user. Behaves like one in this process; states are made here, of
 * events. When the connection breaks, calls that wait fail with {@code engine.connection-lost}, the next ones connect
 * again or fail with {@code engine.not-running}, and subscriptions go on where they were as soon as an engine listens at
 * the data folder. Closing it ends the connection and leaves the engine alone.
 */
public final class RemoteEngine implements Engine {

    private final Link link;
    private final EngineMethods methods;
    private final Map<String, Object> services = new ConcurrentHashMap<>();

    private RemoteEngine(Link link, EngineMethods methods) {
        this.link = link;
        this.methods = methods;
    }

    /**
     * Attaches to the engine that listens at that data folder. Blocks for the time of a connection. {@code
     * engine.not-running} where none listens, {@code engine.protocol-unsupported}, {@code engine.foreign-user},
     * {@code engine.too-many-connections}.
     *
     * @param program the version of this program
     */
    public static RemoteEngine attach(Path data, String program) {
        EngineMethods methods = new EngineMethods();
        return new RemoteEngine(Link.open(data, program, methods), methods);
    }

    /** What the engine said of itself when the connection was last made. */
    public AttachReply peer() {
        return link.peer();
    }

    @Override
    public Projects projects() {
        return service("projects", Projects.class);
    }

    @Override
    public Sessions sessions() {
        return service("sessions", Sessions.class);
    }

    @Override
    public Runs runs() {
        return service("runs", Runs.class);
    }

    @Override
    public Todos todos() {
        return service("todos", Todos.class);
    }

    @Override
    public SettingsService settings() {
        return service("settings", SettingsService.class);
    }

    @Override
    public Activity activity() {
        return service("activity", Activity.class);
    }

    @Override
    public Diagnostics diagnostics() {
        return service("diagnostics", Diagnostics.class);
    }

    @Override
    public Keys keys() {
        return service("keys", Keys.class);
    }

    /** The window of the other process. */
    public HolderWindow window() {
        return service(EngineMethods.WINDOW, HolderWindow.class);
    }

    /**
     * Tells the other process that this one has a window, so that whoever starts Officina once more is shown it.
     *
     * @param raise brings it to the front; called on a thread that must not wait
     */
    public void offerWindow(Runnable raise) {
        link.offerWindow(raise);
    }

    /**
     * Calls once when the connection has broken and was not closed here; not for one that is made anew afterwards. On a
     * thread that must not wait.
     */
    public void whenLost(Runnable listener) {
        link.whenLost(listener);
    }

    @Override
    public PersonalData data() {
        return service("data", PersonalData.class);
    }

    @Override
    public Models models() {
        return service("models", Models.class);
    }

    @Override
    public Knowledge knowledge() {
        return service("knowledge", Knowledge.class);
    }

    @Override
    public Corrections corrections() {
        return service("corrections", Corrections.class);
    }

    @Override
    public Plugins plugins() {
        return service("plugins", Plugins.class);
    }

    @Override
    public Automations automations() {
        return service("automations", Automations.class);
    }

    @Override
    public MailAccounts mail() {
        return service("mail", MailAccounts.class);
    }

    @Override
    public Sample sample() {
        return service("sample", Sample.class);
    }

    private <T> T service(String name, Class<T> contract) {
        return contract.cast(services.computeIfAbsent(name, _ -> {
            ServiceCalls calls = new ServiceCalls(name, methods, link);
            return Proxy.newProxyInstance(contract.getClassLoader(), new Class<?>[] {contract}, calls);
        }));
    }

    /** Ends subscriptions and the connection. */
    @Override
    public void close() {
        link.close();
    }
}
