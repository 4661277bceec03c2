package org.diestra.platform.search;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TotalHits;
import org.jspecify.annotations.Nullable;

/**
 * The orders by one number: newest, lowest and highest rate. Where the number is missing comes
 * last. The points of the same field let Lucene pass over what can't be on the page.
 */
final class ByField {
  private ByField() {}

  static Page find(IndexSearcher searcher, Criteria asked, Query matching) throws IOException {
    boolean descending = asked.sort() != Criteria.Sort.LOWEST_RATE;
    long missing = descending ? Long.MIN_VALUE : Long.MAX_VALUE;
    var number = new SortField(field(asked), SortField.Type.LONG, descending);
    number.setMissingValue(missing);
    var order = new Sort(number, new SortField(Documents.TAIL, SortField.Type.LONG));
    var start = new Cursor(letter(asked.sort()), descending ? Long.MAX_VALUE : 0, Long.MIN_VALUE);
    var from = Cursor.read(asked.after(), start);
    var top =
        searcher.search(
            matching,
            new TopFieldCollectorManager(
                order, asked.limit() + 1, seen(from, start), Found.EXACT + 1));
    var docs = Arrays.stream(top.scoreDocs).limit(asked.limit()).map(hit -> hit.doc).toList();
    boolean more = top.scoreDocs.length > asked.limit();
    return new Page(
        docs, total(top.totalHits), more ? end(start, top.scoreDocs[docs.size() - 1]) : null);
  }

  /** Ids break ties, so nothing else can stand where the last page ended. */
  private static @Nullable FieldDoc seen(Cursor from, Cursor start) {
    return from == start
        ? null
        : new FieldDoc(Integer.MAX_VALUE, 0, new Object[] {from.number(0), from.number(1)});
  }

  private static Cursor end(Cursor start, ScoreDoc last) {
    var fields = ((FieldDoc) last).fields;
    return start.with((Long) fields[0], (Long) fields[1]);
  }

  private static int total(TotalHits hits) {
    return hits.relation() == TotalHits.Relation.EQUAL_TO && hits.value() <= Found.EXACT
        ? (int) hits.value()
        : Found.EXACT + 1;
  }

  private static String field(Criteria asked) {
    return asked.sort() == Criteria.Sort.NEWEST ? Documents.CREATED : asked.rate().field();
  }

  private static char letter(Criteria.Sort sort) {
    return switch (sort) {
      case NEWEST -> 'n';
      case LOWEST_RATE -> 'l';
      case HIGHEST_RATE -> 'h';
      case FIT -> throw new IllegalArgumentException("fit has no field");
    };
  }
}
