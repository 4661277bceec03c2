package org.diestra.hiring.assistants;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Claim;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.search.Criteria.Sort;

/** Whether somebody is wanted, said plainly: what the index would say, for a few hundred. */
final class Fitting {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Fitting() {}

  static boolean fits(AssistantCard card, Wanted wanted, LocalDate today, Exchange exchange) {
    var fluency = wanted.fluency();
    return says(card, wanted.words())
        && (wanted.areas().isEmpty()
            || card.areas().stream().map(Claim::area).anyMatch(wanted.areas()::contains))
        && (fluency == null || card.languages().stream().anyMatch(f -> f.satisfies(fluency)))
        && affordable(card, wanted, exchange)
        && card.experience(java.util.Set.of()) >= wanted.years()
        && card.freeHours() >= wanted.free()
        && card.rating().mean() >= wanted.rating()
        && (wanted.shared() == 0
            || card.week().sharedHours(wanted.week(), today) >= wanted.shared());
  }

  private static boolean affordable(AssistantCard card, Wanted wanted, Exchange exchange) {
    var most = wanted.most() == null ? null : exchange.reference(wanted.most()).orElse(null);
    return most == null || rate(card, exchange) <= most;
  }

  /** Each word begins one of theirs, accents and case aside. */
  private static boolean says(AssistantCard card, String words) {
    var said =
        Stream.concat(
                Stream.of(card.title()), card.areas().stream().flatMap(c -> c.tools().stream()))
            .collect(Collectors.joining(" "));
    var folded = " " + folded(said);
    return Stream.of(folded(words).split(" ")).allMatch(word -> folded.contains(" " + word));
  }

  private static String folded(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", " ")
        .strip();
  }

  /** Those published last first, which is how they come, but where a rate is asked for. */
  static Comparator<AssistantCard> order(Sort sort, Exchange exchange) {
    return sort == Sort.LOWEST_RATE
        ? Comparator.comparing(card -> rate(card, exchange))
        : Comparator.comparing(card -> 0L);
  }

  /** In minor units of the reference currency; whose rate is not known comes last. */
  private static long rate(AssistantCard card, Exchange exchange) {
    var rate = card.usualRate();
    return rate == null ? Long.MAX_VALUE : exchange.reference(rate).orElse(Long.MAX_VALUE);
  }
}
