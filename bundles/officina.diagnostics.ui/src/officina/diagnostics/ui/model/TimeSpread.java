// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui.model;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import officina.base.Times;

/** How long answers or writes took: their numbers in classes of time. */
public record TimeSpread(List<Long> counts, Locale locale) {

    public TimeSpread {
        counts = List.copyOf(counts);
    }

    public long total() {
        return counts.stream().mapToLong(each -> each).sum();
    }

    /** The number of the largest class. */
    public long most() {
        return counts.stream().mapToLong(each -> each).max().orElse(0);
    }

    /** In one sentence; the first where there was nothing yet. */
    public String summary(Words none, Words half) {
        NumberFormat numbers = NumberFormat.getIntegerInstance(locale);
        return total() == 0 ? none.text() : half.text(numbers.format(total()), within(0.5), within(0.99));
    }

    /** The milliseconds within which that share was done, as far as the classes say. */
    String within(double share) {
        long wanted = (long) Math.ceil(total() * share);
        long seen = 0;
        for (int i = 0; i < counts.size(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && i < Times.BOUNDS_MICROS.size()) {
                return millis(Times.BOUNDS_MICROS.get(i));
            }
        }
        return Words.BEYOND.text(millis(Times.BOUNDS_MICROS.getLast()));
    }

    /** The upper bounds of the classes for the axis; the last class has none. */
    public List<String> bounds() {
        return IntStream.rangeClosed(0, Times.BOUNDS_MICROS.size())
                .mapToObj(i -> i < Times.BOUNDS_MICROS.size()
                        ? millis(Times.BOUNDS_MICROS.get(i))
                        : ">\u2009" + millis(Times.BOUNDS_MICROS.getLast()))
                .toList();
    }

    private String millis(long micros) {
        NumberFormat numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(1);
        return numbers.format(micros / 1000.0);
    }
}
