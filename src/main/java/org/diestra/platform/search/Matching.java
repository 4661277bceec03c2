package org.diestra.platform.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/** Turns criteria into what Lucene matches and scores. Nothing a visitor typed is ever parsed. */
final class Matching {
  private Matching() {}

  /**
   * What is found, without any score.
   *
   * @param words for each word asked for, the stems of which one must be there
   * @param least how many of the words must be there
   */
  static Query matching(Criteria asked, List<Set<String>> words, int least, Instant now) {
    var all = new BooleanQuery.Builder();
    filters(asked, now).forEach(filter -> all.add(filter, Occur.FILTER));
    if (!words.isEmpty()) {
      var some = new BooleanQuery.Builder().setMinimumNumberShouldMatch(least);
      words.forEach(stems -> some.add(anyOf(Documents.stems(asked.kind()), stems), Occur.SHOULD));
      all.add(some.build(), Occur.FILTER);
    }
    return all.build();
  }

  /** How well the words fit: BM25 over the weighted texts, the better language of each word. */
  static Query scoring(List<Set<String>> words) {
    var sum = new BooleanQuery.Builder();
    for (var stems : words) {
      var languages = new ArrayList<Query>();
      for (var stem : stems) {
        languages.add(
            new CombinedFieldQuery.Builder(stem)
                .addField(Documents.ranked(Entry.Weight.TITLE), Ranking.TITLE)
                .addField(Documents.ranked(Entry.Weight.DETAIL), Ranking.DETAIL)
                .addField(Documents.ranked(Entry.Weight.BODY), Ranking.BODY)
                .build());
      }
      sum.add(new DisjunctionMaxQuery(languages, 0), Occur.SHOULD);
    }
    return sum.build();
  }

  private static List<Query> filters(Criteria asked, Instant now) {
    var out = new ArrayList<Query>();
    out.add(new TermQuery(new Term(Documents.KIND, asked.kind().slug())));
    asked.any().forEach((facet, values) -> out.add(oneOf(facet, values)));
    for (var fluency : asked.fluent()) {
      out.add(new TermQuery(new Term(Documents.FLUENCY, fluency.toString())));
    }
    asked.ranges().forEach((measure, range) -> out.add(between(measure.field(), range)));
    var since = asked.since();
    if (since != null) {
      out.add(
          between(Documents.CREATED, new Criteria.Range(since.toEpochMilli() + 1, Long.MAX_VALUE)));
    }
    var shared = asked.shared();
    if (shared != null) {
      out.add(new SharedHours(shared, LocalDate.ofInstant(now, ZoneOffset.UTC)));
    }
    return out;
  }

  private static Query oneOf(Facet facet, Set<String> values) {
    var terms = values.stream().map(value -> new BytesRef(facet.term(value))).toList();
    return terms.size() == 1
        ? new TermQuery(new Term(Documents.FACETS, terms.getFirst()))
        : new TermInSetQuery(Documents.FACETS, terms);
  }

  private static Query between(String field, Criteria.Range range) {
    return new IndexOrDocValuesQuery(
        LongPoint.newRangeQuery(field, range.min(), range.max()),
        NumericDocValuesField.newSlowRangeQuery(field, range.min(), range.max()));
  }

  private static Query anyOf(String field, Set<String> stems) {
    var any = new BooleanQuery.Builder();
    stems.forEach(stem -> any.add(new TermQuery(new Term(field, stem)), Occur.SHOULD));
    return any.build();
  }
}
