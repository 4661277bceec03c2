package org.diestra.platform.search;

import java.io.IOException;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;

/** Counts how many of what matches have each value of some facets, in one pass over the matches. */
final class FacetCounts {
  /** Values of one facet that are told, the most frequent. */
  private static final int MOST_VALUES = 100;

  private static final Comparator<Map.Entry<String, Integer>> MOST_FIRST =
      Map.Entry.<String, Integer>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  private final Map<Facet, Map<String, Integer>> sums = new EnumMap<>(Facet.class);
  private int matches;

  /**
   * @param matches how many were gone through
   */
  record Counted(Map<Facet, Map<String, Integer>> perValue, int matches) {}

  private FacetCounts(Set<Facet> facets) {
    facets.forEach(facet -> sums.put(facet, new HashMap<>()));
  }

  static Counted of(IndexSearcher searcher, Query query, Set<Facet> facets) throws IOException {
    var counts = new FacetCounts(facets);
    var weight = searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (var leaf : searcher.getLeafContexts()) {
      var scorer = weight.bulkScorer(leaf);
      var values = leaf.reader().getSortedSetDocValues(Documents.FACETS);
      if (scorer != null && values != null) {
        var perValue = new int[Math.toIntExact(values.getValueCount())];
        var counter = counts.new Counter(values, perValue);
        scorer.score(counter, leaf.reader().getLiveDocs(), 0, DocIdSetIterator.NO_MORE_DOCS);
        counts.add(values, perValue);
      }
    }
    return new Counted(counts.sorted(), counts.matches);
  }

  private final class Counter implements LeafCollector {
    private final SortedSetDocValues values;
    private final int[] perValue;

    private Counter(SortedSetDocValues values, int[] perValue) {
      this.values = values;
      this.perValue = perValue;
    }

    @Override
    public void setScorer(Scorable scorer) {}

    @Override
    public void collect(int doc) throws IOException {
      matches++;
      if (values.advanceExact(doc)) {
        for (int i = values.docValueCount(); i > 0; i--) {
          perValue[(int) values.nextOrd()]++;
        }
      }
    }
  }

  private void add(SortedSetDocValues values, int[] perValue) throws IOException {
    for (int ord = 0; ord < perValue.length; ord++) {
      if (perValue[ord] > 0) {
        var term = values.lookupOrd(ord).utf8ToString();
        var sum = sums.get(Facet.ofTerm(term));
        if (sum != null) {
          sum.merge(Facet.value(term), perValue[ord], Integer::sum);
        }
      }
    }
  }

  private Map<Facet, Map<String, Integer>> sorted() {
    var out = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
    sums.forEach((facet, sum) -> {
      var most = new LinkedHashMap<String, Integer>();
      sum.entrySet().stream()
          .sorted(MOST_FIRST)
          .limit(MOST_VALUES)
          .forEach(e -> most.put(e.getKey(), e.getValue()));
      out.put(facet, Collections.unmodifiableMap(most));
    });
    return out;
  }
}
