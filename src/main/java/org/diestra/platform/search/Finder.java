package org.diestra.platform.search;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** Answers criteria from one state of the index. */
final class Finder {
  private static final long FRESH = Duration.ofSeconds(30).toNanos();
  private static final int MOST_KEPT = 500;

  /** Under so many results a rare word is doubted. */
  private static final int FEW = 3;

  private record Kept(long at, Map<Facet, Map<String, Integer>> counts) {
    boolean isStale() {
      return System.nanoTime() - at > FRESH;
    }
  }

  private final Clock clock;

  private final Map<Criteria, Kept> kept = new ConcurrentHashMap<>();

  Finder(Clock clock) {
    this.clock = clock;
  }

  Found find(IndexSearcher searcher, Criteria asked) throws IOException {
    var typed = Words.read(asked.words());
    var spelling = new Spelling(searcher.getIndexReader(), asked.kind());
    var reading = spelling.read(typed);
    var words = reading.words();
    int least = words.size();
    var page = page(searcher, asked, words, least);
    boolean relaxed = page.total() == 0 && words.size() > 1;
    if (relaxed) {
      least = (words.size() + 1) / 2;
      page = page(searcher, asked, words, least);
    }
    var correction = reading.correction();
    if (correction == null && page.total() < FEW) {
      correction = spelling.doubt(typed);
    }
    var next = page.next();
    return new Found(
        ids(searcher, page),
        Math.min(page.total(), Found.EXACT),
        page.broad(),
        counts(searcher, asked, words, least, page.broad()),
        next == null ? null : next.toString(),
        correction,
        relaxed && page.total() > 0);
  }

  /** What the last word may become, the most frequent first; at most so many. */
  List<String> complete(IndexSearcher searcher, Kind kind, String typed, int most)
      throws IOException {
    var words = Words.tokens(Words.PLAIN, Words.cut(typed));
    if (words.isEmpty() || words.getLast().length() < 2) {
      return List.of();
    }
    var before = typed.substring(0, typed.lastIndexOf(' ') + 1).stripLeading();
    return new Spelling(searcher.getIndexReader(), kind)
        .complete(words.getLast(), most).stream().map(word -> before + word).toList();
  }

  private Page page(IndexSearcher searcher, Criteria asked, List<Set<String>> words, int least)
      throws IOException {
    var matching = matching(asked, words, least);
    if (asked.sort() != Criteria.Sort.FIT) {
      return ByField.find(searcher, asked, matching);
    }
    var scoring = words.isEmpty() ? null : Matching.scoring(words);
    return new BestFit(searcher, asked).find(matching, scoring, clock.instant());
  }

  private static List<UUID> ids(IndexSearcher searcher, Page page) throws IOException {
    var heads = new PerDocument(searcher, Documents.HEAD);
    var tails = new PerDocument(searcher, Documents.TAIL);
    var out = new ArrayList<UUID>();
    for (int doc : page.docs()) {
      out.add(new UUID(heads.value(doc), tails.value(doc)));
    }
    return out;
  }

  private Map<Facet, Map<String, Integer>> counts(
      IndexSearcher searcher, Criteria asked, List<Set<String>> words, int least, boolean broad)
      throws IOException {
    var out = new EnumMap<Facet, Map<String, Integer>>(Facet.class);
    var whole = EnumSet.noneOf(Facet.class);
    for (var facet : asked.counted()) {
      if (asked.any().containsKey(facet)) {
        out.putAll(dear(searcher, asked.counting(facet), words, least));
      } else {
        whole.add(facet);
      }
    }
    if (!whole.isEmpty()) {
      var rest = asked.counting(whole);
      out.putAll(
          broad
              ? dear(searcher, rest, words, least)
              : FacetCounts.of(searcher, matching(rest, words, least), whole).perValue());
    }
    return out;
  }

  /** One at a time, and kept for a while if it was as dear as feared. */
  private Map<Facet, Map<String, Integer>> dear(
      IndexSearcher searcher, Criteria counting, List<Set<String>> words, int least)
      throws IOException {
    var kept = fresh(counting);
    if (kept != null) {
      return kept;
    }
    synchronized (this) {
      kept = fresh(counting);
      if (kept != null) {
        return kept;
      }
      var made = FacetCounts.of(searcher, matching(counting, words, least), counting.counted());
      if (made.matches() > Found.EXACT) {
        makeRoom();
        this.kept.put(counting, new Kept(System.nanoTime(), made.perValue()));
      }
      return made.perValue();
    }
  }

  private @Nullable Map<Facet, Map<String, Integer>> fresh(Criteria counting) {
    var found = kept.get(counting);
    return found == null || found.isStale() ? null : found.counts;
  }

  private void makeRoom() {
    kept.values().removeIf(Kept::isStale);
    if (kept.size() >= MOST_KEPT) {
      kept.clear();
    }
  }

  private Query matching(Criteria asked, List<Set<String>> words, int least) {
    return Matching.matching(asked, words, least, clock.instant());
  }
}
