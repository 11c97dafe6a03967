// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import officina.api.error.Failure;
import officina.api.error.FailureException;
import officina.api.json.JsonObject;
import officina.api.json.JsonValue;
import officina.protocol.rpc.RpcConnection;
import officina.protocol.rpc.RpcError;
import officina.protocol.rpc.RpcId;
import officina.protocol.rpc.RpcMessage;
import org.jspecify.annotations.Nullable;

/**
 * One end of a connection over which two processes call each other's objects. Each lends one object for as long as the
 * connection lasts and borrows the other's; what interfaces a call hands over, and what these give in turn, is lent
 * until that call returns. A call arrives in a thread of its own, and so does an interrupt of the caller. Neither end
 * reaches anything that it was not lent. Any thread.
 *
 * <p>On the wire a call is a request {@code object.call}: {@code object} (a number, 0 for the first one), {@code method},
 * {@code with} (the arguments in order; a lent one as its number). A notification {@code object.cancel} with the
 * {@code id} of a call interrupts it.
 */
public final class Exchange implements AutoCloseable {

    static final String CALL = "object.call";
    static final String CANCEL = "object.cancel";
    static final String OBJECT = "object";
    static final String METHOD = "method";
    static final String WITH = "with";
    static final String ID = "id";

    /** The number of the object that an end lends from the beginning. */
    static final long FIRST = 0;

    private final RpcConnection connection;
    private final Contracts contracts;
    private final Life whole = new Life();
    private final LentObjects lent = new LentObjects();
    private final OutgoingCalls outgoing;
    private final Marshal marshal;
    private final IncomingCalls incoming;

    /**
     * Takes ownership of the connection, which has not been started.
     *
     * @param name of the threads of calls that come in
     * @param lost what calls fail with once the other end is gone
     */
    public Exchange(RpcConnection connection, Contracts contracts, String name, Failure lost) {
        this.connection = connection;
        this.contracts = contracts;
        outgoing = new OutgoingCalls(connection, lost);
        marshal = new Marshal(contracts, lent, outgoing);
        incoming = new IncomingCalls(name, connection, lent, marshal);
    }

    /**
     * Begins; once.
     *
     * @param first what this end lends from the beginning
     * @param ended called once, when the other end is gone or this one closed
     */
    public <T> void start(Class<T> contract, T first, Runnable ended) {
        lend(contract, first);
        start(ended);
    }

    /** The same for an end that lends nothing from the beginning. */
    public void start(Runnable ended) {
        connection.startAlone(new RpcConnection.Receiver() {
            @Override
            public void received(RpcMessage message) {
                Exchange.this.received(message);
            }

            @Override
            public void ended() {
                Exchange.this.end();
                ended.run();
            }
        });
    }

    <T> void lend(Class<T> contract, T first) {
        lent.lendFirst(first, contracts.of(contract), whole);
    }

    /** What the other end lends from the beginning. Nothing is asked yet. */
    public <T> T borrow(Class<T> contract) {
        return contract.cast(marshal.borrowed(contract, FIRST, whole));
    }

    /** How many calls of this end were left by interrupted callers and are still at work in the other. */
    public int abandoned() {
        return outgoing.abandoned();
    }

    /** Whether this end has lately answered a call with that very failure, so that the other end has it from here. */
    public boolean hasTold(Failure failure) {
        return incoming.hasTold(failure);
    }

    /** No switch: what chooses by type there is made by the virtual machine at each start, and no cache keeps it. */
    void received(RpcMessage message) {
        if (message instanceof RpcMessage.Request request) {
            incoming.asked(request);
        } else if (message instanceof RpcMessage.Result(RpcId id, JsonValue value)) {
            outgoing.answered(id, value);
        } else if (message instanceof RpcMessage.Refusal(RpcId id, RpcError error)) {
            refused(id, error.failure());
        } else if (message instanceof RpcMessage.Broken(RpcMessage.Refusal answer)) {
            throw new FailureException(answer.error().failure());
        } else if (message instanceof RpcMessage.Notification(String method, JsonObject params)
                && method.equals(CANCEL)) {
            incoming.interrupted(params.get(ID));
        }
    }

    /** Without an id it is about the connection, which is of no use then. */
    private void refused(@Nullable RpcId id, Failure failure) {
        if (id == null) {
            throw new FailureException(failure);
        }
        outgoing.refused(id, failure);
    }

    void end() {
        outgoing.end();
        incoming.end();
        connection.close();
    }

    /** Ends the connection; whoever waits for an answer hears that the other end is gone. */
    @Override
    public void close() {
        connection.close();
    }
}
