// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.engine.internal;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import officina.api.host.HttpAccess;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.core.plugin.PermissionBroker;
import officina.core.plugin.net.HostNames;
import officina.core.plugin.net.NetGate;
import officina.core.plugin.net.Web;
import officina.core.plugin.net.WebSender;
import officina.engine.internal.run.RunMail;
import officina.mail.MailLogin;
import org.jspecify.annotations.Nullable;

/** No network. */
public final class NoServers implements WebSender {

    public static Web web(PermissionBroker broker) {
        return new Web(broker, new NetGate(broker, HostNames.SYSTEM), new NoServers());
    }

    public static RunMail mail() {
        return new RunMail(
                new RunMail.Accounts() {
                    @Override
                    public List<String> names() {
                        return List.of();
                    }

                    @Override
                    public MailLogin login(String account) {
                        throw new UnsupportedOperationException("there is no account here");
                    }
                },
                () -> {
                    throw new UnsupportedOperationException("no mail is read here");
                });
    }

    @Override
    public boolean proxied(URI address) {
        return false;
    }

    @Override
    public HttpAccess open(PluginId plugin, URI address, List<InetAddress> addresses, @Nullable SecretRef secret) {
        throw new UnsupportedOperationException("nothing is sent here");
    }
}
