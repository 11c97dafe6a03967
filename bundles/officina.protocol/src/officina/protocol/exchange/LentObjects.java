// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.protocol.exchange;

import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What this side has lent, by number. Any thread. */
final class LentObjects {

    /** Most at a time. */
    static final int MOST = 10_000;

    /** One that may be called, for as long as the call lasts that it was lent for. */
    record Lent(Object object, Contract contract, Life life) {}

    /** The same object, not an equal one, by the same contract. */
    private record Key(Object object, Type contract) {
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && object == key.object && contract.equals(key.contract);
        }

        @Override
        public int hashCode() {
            return 31 * System.identityHashCode(object) + contract.hashCode();
        }
    }

    private final Map<Long, Lent> lent = new HashMap<>();
    private final Map<Life, Map<Key, Long>> numbers = new IdentityHashMap<>();
    private long last;

    /** The number of an object for as long as that life lasts; the same one when it is lent again. */
    synchronized long lend(Object object, Type type, Contract contract, Life life) {
        life.check();
        Map<Key, Long> ofLife = numbers.computeIfAbsent(life, _ -> new HashMap<>());
        Key key = new Key(object, type);
        Long known = ofLife.get(key);
        if (known != null) {
            return known;
        }
        if (lent.size() >= MOST) {
            throw ExchangeFailures.tooMany("lent objects", MOST);
        }
        last++;
        lent.put(last, new Lent(object, contract, life));
        ofLife.put(key, last);
        return last;
    }

    /** {@code exchange.gone} for one that is not lent. */
    synchronized Lent find(long number) {
        Lent found = lent.get(number);
        if (found == null) {
            throw ExchangeFailures.gone();
        }
        return found;
    }

    /** What this end lends from the beginning, for the whole life. */
    synchronized void lendFirst(Object object, Contract contract, Life life) {
        lent.put(Exchange.FIRST, new Lent(object, contract, life));
    }

    /** Takes back what was lent for it. */
    synchronized void end(Life life) {
        life.end();
        Map<Key, Long> ofLife = numbers.remove(life);
        if (ofLife != null) {
            ofLife.values().forEach(lent::remove);
        }
    }
}
