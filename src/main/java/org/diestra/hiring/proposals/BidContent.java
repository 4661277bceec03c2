package org.diestra.hiring.proposals;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.samples.SampleId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.PayUnit;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * What a bid says.
 *
 * @param edition the job's edition that it answers
 * @param price for one unit, in the job's currency, more than 0
 * @param quantity the author's estimate: hours a week, or tasks; more than 0
 * @param hours how long one task takes; null for work by the hour
 * @param start the earliest day
 * @param week when the author works
 * @param worker who will do the work, by name
 * @param letter Markdown
 * @param answers one for each question of the edition, by its key, in order
 * @param samples of the author's own portfolio
 * @param files brought for this bid alone
 */
record BidContent(
    int edition,
    PayUnit unit,
    Money price,
    BigDecimal quantity,
    @Nullable BigDecimal hours,
    LocalDate start,
    WorkWeek week,
    String worker,
    String letter,
    Map<String, String> answers,
    List<SampleId> samples,
    List<BlobId> files) {
  static final int LONGEST_LETTER = 6_000;
  static final int LONGEST_ANSWER = 2_000;
  static final int MOST_SAMPLES = 8;
  static final int MOST_FILES = 5;

  BidContent {
    if (!price.isPositive()
        || quantity.signum() <= 0
        || (unit == PayUnit.TASK) != (hours != null)) {
      throw new IllegalArgumentException("no bid: " + price + " × " + quantity + ", " + hours);
    }
    answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    samples = List.copyOf(samples);
    files = List.copyOf(files);
  }

  /** The same words for a newer edition of the job. */
  BidContent answering(int newer) {
    return new BidContent(
        newer, unit, price, quantity, hours, start, week, worker, letter, answers, samples, files);
  }
}
