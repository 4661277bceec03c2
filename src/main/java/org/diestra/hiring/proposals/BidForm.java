package org.diestra.hiring.proposals;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.fees.Quote;
import org.diestra.hiring.fees.Rates;
import org.diestra.hiring.jobs.JobTerms;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Token;
import org.jspecify.annotations.Nullable;

/**
 * What the bid's page may send, as typed.
 *
 * @param answers by the question's key
 * @param samples ids of the author's samples
 * @param files ids of files that were brought before
 * @param key the same for each try to send this page, so that it is sent once
 * @param version the version this page was made from, so that nothing newer is overwritten
 * @param edition the job's edition that this page has shown
 */
record BidForm(
    @Nullable String unit,
    @Nullable String price,
    @Nullable String quantity,
    @Nullable String hours,
    @Nullable String start,
    @Nullable String worker,
    @Nullable String letter,
    Map<String, String> answers,
    List<String> samples,
    List<String> files,
    @Nullable String key,
    @Nullable String version,
    @Nullable String edition) {

  /** What a browser does not send is null, whatever the type says; the binder fills the map. */
  BidForm {
    answers = answers == null ? new LinkedHashMap<>() : new LinkedHashMap<>(answers);
    samples = samples == null ? List.of() : List.copyOf(samples);
    files = files == null ? List.of() : List.copyOf(files);
  }

  String answer(String question) {
    return answers.getOrDefault(question, "");
  }

  /** What was meant, checked against what the job asks; empty where there are problems. */
  Optional<BidContent> read(
      JobTerms job, BidReading.Author author, LocalDate today, Problems problems) {
    return new BidReading(this, job, problems).content(author, today);
  }

  /** What the price comes to as far as it has been typed; empty while it makes no sense. */
  Optional<Quote> quote(JobTerms job, Rates rates) {
    return new BidReading(this, job, new Problems()).quote(rates);
  }

  /** The same page with these files on it. */
  BidForm withFiles(List<String> brought) {
    return new BidForm(
        unit, price, quantity, hours, start, worker, letter, answers, samples, brought, key,
        version, edition);
  }

  /** Made for that page, from that version, for that edition. */
  BidForm stamped(@Nullable String newKey, int ofVersion, int ofEdition) {
    return new BidForm(
        unit,
        price,
        quantity,
        hours,
        start,
        worker,
        letter,
        answers,
        samples,
        files,
        newKey,
        String.valueOf(ofVersion),
        String.valueOf(ofEdition));
  }

  /** The same page, made from a newer version, for a newer edition. */
  BidForm stamped(int ofVersion, int ofEdition) {
    return stamped(key, ofVersion, ofEdition);
  }

  /** Where it was written, so that it is taken once and overwrites nothing. */
  Origin origin() {
    return new Origin(
        key == null || key.isBlank() ? Token.fresh().text() : Token.of(key).text(),
        number(version),
        number(edition));
  }

  private static int number(@Nullable String typed) {
    return typed != null && typed.matches("\\d{1,8}") ? Integer.parseInt(typed) : 0;
  }

  /**
   * The page a bid was sent from.
   *
   * @param key names it: the same page, sent again, changes nothing
   * @param version the version it was made from
   * @param edition the job's edition it has shown
   */
  record Origin(String key, int version, int edition) {}

  /** An empty page for that job, with what can be known beforehand. */
  static BidForm blank(JobTerms job, String name) {
    var units = job.terms().pay().units();
    var unit = units.size() == 1 ? units.iterator().next() : null;
    var start = job.terms().start();
    return new BidForm(
        unit == null ? null : unit.slug(),
        null,
        unit == null ? null : Estimate.asked(job.terms().volume(), unit),
        null,
        start == null ? null : start.toString(),
        name,
        null,
        Map.of(),
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  /** A page that says what a version says. */
  static BidForm of(BidContent said) {
    return new BidForm(
        said.unit().slug(),
        said.price().amount().toPlainString(),
        said.quantity().stripTrailingZeros().toPlainString(),
        said.hours() == null ? null : said.hours().stripTrailingZeros().toPlainString(),
        said.start().toString(),
        said.worker(),
        said.letter(),
        said.answers(),
        said.samples().stream().map(Object::toString).toList(),
        said.files().stream().map(Object::toString).toList(),
        null,
        null,
        null);
  }
}
