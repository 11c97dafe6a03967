// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the Officina authors
package officina.diagnostics.ui.model;

import java.text.NumberFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import officina.engine.Traffic;

/** How long answers took: their numbers in classes of time. */
public record AnswerSpread(List<Long> counts, Locale locale) {

    public AnswerSpread {
        counts = List.copyOf(counts);
    }

    public long total() {
        return counts.stream().mapToLong(each -> each).sum();
    }

    /** The number of the largest class. */
    public long most() {
        return counts.stream().mapToLong(each -> each).max().orElse(0);
    }

    /** In one sentence. */
    public String summary() {
        NumberFormat numbers = NumberFormat.getIntegerInstance(locale);
        return total() == 0
                ? Words.ANSWERS_NONE.text()
                : Words.ANSWERS_HALF.text(numbers.format(total()), within(0.5), within(0.99));
    }

    /** The milliseconds within which that share was answered, as far as the classes say. */
    String within(double share) {
        long wanted = (long) Math.ceil(total() * share);
        long seen = 0;
        for (int i = 0; i < counts.size(); i++) {
            seen += counts.get(i);
            if (seen >= wanted && i < Traffic.BOUNDS_MICROS.size()) {
                return millis(Traffic.BOUNDS_MICROS.get(i));
            }
        }
        return Words.BEYOND.text(millis(Traffic.BOUNDS_MICROS.getLast()));
    }

    /** The upper bounds of the classes for the axis; the last class has none. */
    public List<String> bounds() {
        return IntStream.rangeClosed(0, Traffic.BOUNDS_MICROS.size())
                .mapToObj(i -> i < Traffic.BOUNDS_MICROS.size()
                        ? millis(Traffic.BOUNDS_MICROS.get(i))
                        : ">\u2009" + millis(Traffic.BOUNDS_MICROS.getLast()))
                .toList();
    }

    private String millis(long micros) {
        NumberFormat numbers = NumberFormat.getNumberInstance(locale);
        numbers.setMaximumFractionDigits(1);
        return numbers.format(micros / 1000.0);
    }
}
