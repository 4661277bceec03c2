package org.diestra.platform.search;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.jspecify.annotations.Nullable;

/**
 * The order of FIT. Segments are sorted by quality, so their first matches are the best ones: of
 * many matches a window of the 400 best is scored by {@link Ranking}, and the search stops there;
 * of few (up to 1,000) all are. Paging goes through a window by score, then into the next. Used
 * once.
 */
final class BestFit {
  /**
   * Its numbers: the quality and tail that the window begins after, the score and tail seen last.
   */
  private static final Cursor START =
      new Cursor('f', Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE);

  private static final Comparator<Match> BEST_FIRST =
      Comparator.comparingLong(Match::quality).reversed().thenComparingLong(Match::tail);

  private static final Comparator<Scored> FITTEST_FIRST =
      Comparator.comparingLong(Scored::score).reversed().thenComparingLong(s -> s.match.tail);

  private record Match(int doc, long quality, long tail) {}

  /**
   * @param score in millionths, so that a cursor holds it exactly
   */
  private record Scored(Match match, long score) {}

  private final IndexSearcher searcher;
  private final Criteria asked;
  private final Cursor from;
  private final List<Match> kept = new ArrayList<>();
  private int total;

  BestFit(IndexSearcher searcher, Criteria asked) {
    this.searcher = searcher;
    this.asked = asked;
    this.from = Cursor.read(asked.after(), START);
  }

  /**
   * @param scoring how well the words fit; null where there are none
   */
  Page find(Query matching, @Nullable Query scoring, Instant now) throws IOException {
    gather(matching);
    kept.sort(BEST_FIRST);
    boolean cut = total > Found.EXACT && kept.size() > Found.WINDOW;
    var window = cut ? kept.subList(0, Found.WINDOW) : kept;
    var rest =
        score(window, scoring, now).stream()
            .filter(s -> isBeyond(s.score, s.match.tail, from.number(2), from.number(3)))
            .sorted(FITTEST_FIRST)
            .toList();
    var page = rest.subList(0, Math.min(asked.limit(), rest.size()));
    var docs = page.stream().map(s -> s.match.doc).toList();
    return new Page(docs, total, next(page.size() < rest.size(), cut, page, window));
  }

  private @Nullable Cursor next(
      boolean within, boolean beyond, List<Scored> page, List<Match> window) {
    if (within) {
      var last = page.getLast();
      return from.with(from.number(0), from.number(1), last.score, last.match.tail);
    }
    var end = window.isEmpty() ? null : window.getLast();
    return beyond && end != null
        ? from.with(end.quality, end.tail, START.number(2), START.number(3))
        : null;
  }

  private void gather(Query matching) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(matching), ScoreMode.COMPLETE_NO_SCORES, 1);
    for (var leaf : searcher.getLeafContexts()) {
      var scorer = weight.scorer(leaf);
      if (scorer != null) {
        gather(leaf, scorer.iterator());
      }
    }
  }

  /** Counts every match and keeps those of the window, until neither can change the answer. */
  private void gather(LeafReaderContext leaf, DocIdSetIterator docs) throws IOException {
    var live = leaf.reader().getLiveDocs();
    var qualities = DocValues.getNumeric(leaf.reader(), Documents.QUALITY);
    var tails = DocValues.getNumeric(leaf.reader(), Documents.TAIL);
    int before = kept.size();
    for (int doc = docs.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = docs.nextDoc()) {
      if (live != null && !live.get(doc)) {
        continue;
      }
      if (total > Found.EXACT && kept.size() - before > Found.WINDOW) {
        return;
      }
      total++;
      long quality = qualities.advanceExact(doc) ? qualities.longValue() : 0;
      long tail = tails.advanceExact(doc) ? tails.longValue() : 0;
      if (isBeyond(quality, tail, from.number(0), from.number(1))) {
        kept.add(new Match(leaf.docBase + doc, quality, tail));
      }
    }
  }

  private static boolean isBeyond(long value, long tail, long lastValue, long lastTail) {
    return value < lastValue || (value == lastValue && tail > lastTail);
  }

  private List<Scored> score(List<Match> window, @Nullable Query scoring, Instant now)
      throws IOException {
    var byDoc = window.stream().sorted(Comparator.comparingInt(Match::doc)).toList();
    var words = scoring == null ? new float[byDoc.size()] : words(byDoc, scoring);
    float best = 0;
    for (float word : words) {
      best = Math.max(best, word);
    }
    var created = new PerDocument(searcher, Documents.CREATED);
    var out = new ArrayList<Scored>(byDoc.size());
    for (int i = 0; i < words.length; i++) {
      var match = byDoc.get(i);
      double score =
          Ranking.score(
              asked.kind(),
              best > 0 ? words[i] / best : 0,
              match.quality / Documents.QUALITY_UNIT,
              Instant.ofEpochMilli(created.value(match.doc)),
              now);
      out.add(new Scored(match, Math.round(score * 1_000_000)));
    }
    return out;
  }

  private float[] words(List<Match> byDoc, Query scoring) throws IOException {
    var weight = searcher.createWeight(searcher.rewrite(scoring), ScoreMode.COMPLETE, 1);
    var out = new float[byDoc.size()];
    int i = 0;
    for (var leaf : searcher.getLeafContexts()) {
      int end = i;
      while (end < out.length && byDoc.get(end).doc < leaf.docBase + leaf.reader().maxDoc()) {
        end++;
      }
      if (end > i) {
        words(weight, leaf, byDoc, i, end, out);
      }
      i = end;
    }
    return out;
  }

  private static void words(
      Weight weight, LeafReaderContext leaf, List<Match> byDoc, int from, int to, float[] out)
      throws IOException {
    var scorer = weight.scorer(leaf);
    if (scorer == null) {
      return;
    }
    var docs = scorer.iterator();
    for (int i = from; i < to; i++) {
      int doc = byDoc.get(i).doc - leaf.docBase;
      int at = docs.docID() < doc ? docs.advance(doc) : docs.docID();
      out[i] = at == doc ? scorer.score() : 0;
    }
  }
}
