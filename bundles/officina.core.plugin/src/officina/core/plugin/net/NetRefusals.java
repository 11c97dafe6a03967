// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.core.plugin.net;

import officina.api.error.ErrorKind;
import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.host.SecretRef;
import officina.api.id.PluginId;
import officina.core.plugin.HostPort;

/** Why nothing is sent for a plug-in. None quotes more of an address than its host and port. */
final class NetRefusals {

    private NetRefusals() {}

    static Failure privateAddress(PluginId plugin, HostPort place) {
        return Failure.of(
                "net.private",
                ErrorKind.PERMISSION,
                "The plug-in " + plugin + " may not connect to " + place
                        + ": it leads to this machine, a private network or nowhere.",
                "A server of your own network can be granted by its address, or by a name without a dot or that ends in"
                        + " .local, .internal or .home.arpa, if the plug-in's manifest asks for it.");
    }

    static FailureException unfit(String what) {
        return new FailureException(Failure.of("net.unfit", ErrorKind.INTERNAL, what + " Nothing was sent.", null));
    }

    static FailureException redirect(String why) {
        return new FailureException(Failure.of(
                "net.redirect",
                ErrorKind.PROVIDER,
                "The server leads to another address, which is not followed: " + why,
                "Ask at the address that the server should have named."));
    }

    static FailureException busy(int most) {
        return new FailureException(new Failure(
                "net.busy",
                ErrorKind.RESOURCE,
                "No more than " + most + " requests are made at the same time.",
                "Wait until one of them is done.",
                true,
                null));
    }

    static FailureException unreachable(HostPort place) {
        return new FailureException(new Failure(
                "net.unreachable",
                ErrorKind.PROVIDER,
                "The host " + place.host() + " has no address.",
                "Check its name and the connection, then try again.",
                true,
                null));
    }

    static FailureException tooLarge(long most) {
        return new FailureException(Failure.of(
                "net.too-large",
                ErrorKind.PROVIDER,
                "The server sent more than is taken for a plug-in, " + (most >> 20) + " MiB.",
                "Ask for less."));
    }

    static FailureException secretMissing(PluginId plugin, SecretRef secret, HostPort place) {
        return new FailureException(Failure.of(
                "net.secret-missing",
                ErrorKind.USER,
                "The plug-in " + plugin + " was given no secret \"" + secret + "\" for " + place
                        + ", or one that cannot stand in a request.",
                "Give it with \"officina plugins secret " + plugin + " " + secret + " ADDRESS\"."));
    }
}
