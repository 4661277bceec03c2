package org.diestra.platform.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermsEnum.SeekStatus;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.diestra.platform.search.Found.Correction;
import org.jspecify.annotations.Nullable;

/**
 * Knows the vocabulary of one kind: mends words that nobody wrote and finishes those half typed. It
 * looks at words, never at entries, so that its cost does not grow with what matches.
 */
final class Spelling {
  private static final int ALTERNATIVES = 3;

  /** Terms of one prefix that are looked at. */
  private static final int LOOKED_AT = 3_000;

  /** A rare word is doubted when another is so many times as frequent. */
  private static final int LIKELIER = 20;

  private static final int SHORTEST = 4;
  private static final Comparator<Map.Entry<String, Integer>> BY_USE =
      Map.Entry.<String, Integer>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  /**
   * What was asked, as the index can answer it.
   *
   * @param words for each word, stems of which one must be there
   * @param correction what was put in place of unknown words, or null
   */
  record Reading(List<Set<String>> words, @Nullable Correction correction) {}

  private final IndexReader reader;
  private final Kind kind;
  private final DirectSpellChecker checker = new DirectSpellChecker();

  Spelling(IndexReader reader, Kind kind) {
    this.reader = reader;
    this.kind = kind;
    checker.setMinQueryLength(SHORTEST);
  }

  /** Known words as they are; for each unknown one what it was probably meant to be. */
  Reading read(List<String> typed) throws IOException {
    var words = new ArrayList<Set<String>>();
    var mended = new ArrayList<String>();
    boolean changed = false;
    for (int i = 0; i < typed.size(); i++) {
      var word = typed.get(i);
      var stems = Words.stems(word);
      var meant = known(stems) ? List.<String>of() : meant(word, i == typed.size() - 1);
      changed |= !meant.isEmpty();
      mended.add(meant.isEmpty() ? word : shown(meant.getFirst()));
      var all = new LinkedHashSet<>(meant.isEmpty() ? stems : Set.of());
      meant.forEach(other -> all.addAll(Words.stems(other)));
      words.add(all);
    }
    return new Reading(words, changed ? new Correction(String.join(" ", mended), true) : null);
  }

  /** A question back, for words that exist but are hardly used. */
  @Nullable Correction doubt(List<String> typed) throws IOException {
    var mended = new ArrayList<String>();
    boolean changed = false;
    for (var word : typed) {
      var near = near(word, SuggestMode.SUGGEST_MORE_POPULAR);
      int uses = reader.docFreq(new Term(Documents.plain(kind), word));
      boolean doubted =
          !near.isEmpty()
              && reader.docFreq(new Term(Documents.plain(kind), near.getFirst()))
                  >= (long) LIKELIER * Math.max(1, uses);
      mended.add(doubted ? shown(near.getFirst()) : word);
      changed |= doubted;
    }
    return changed ? new Correction(String.join(" ", mended), false) : null;
  }

  /** The most frequent words that begin so, with their accents. */
  List<String> complete(String prefix, int most) throws IOException {
    var out = new ArrayList<String>();
    for (var word : beginning(prefix, most)) {
      out.add(shown(word));
    }
    return out;
  }

  private boolean known(Set<String> stems) throws IOException {
    for (var stem : stems) {
      if (reader.docFreq(new Term(Documents.stems(kind), stem)) > 0) {
        return true;
      }
    }
    return false;
  }

  private List<String> meant(String word, boolean last) throws IOException {
    var near = near(word, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
    return near.isEmpty() && last && word.length() >= SHORTEST
        ? beginning(word, ALTERNATIVES)
        : near;
  }

  private List<String> near(String word, SuggestMode mode) throws IOException {
    return Arrays.stream(
            checker.suggestSimilar(
                new Term(Documents.plain(kind), word), ALTERNATIVES, reader, mode))
        .map(suggested -> suggested.string)
        .toList();
  }

  private List<String> beginning(String prefix, int most) throws IOException {
    return frequent(Documents.plain(kind), prefix).entrySet().stream()
        .sorted(BY_USE)
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** As most people write it: with its accent where at least a third do. */
  private String shown(String plain) throws IOException {
    var accented =
        frequent(Documents.accented(kind), plain + Words.NUL).entrySet().stream()
            .min(BY_USE)
            .orElse(null);
    int uses = reader.docFreq(new Term(Documents.plain(kind), plain));
    return accented == null || accented.getValue() * 3 < uses
        ? plain
        : accented.getKey().substring(plain.length() + 1);
  }

  private Map<String, Integer> frequent(String field, String prefix) throws IOException {
    var found = new HashMap<String, Integer>();
    var terms = MultiTerms.getTerms(reader, field);
    if (terms == null) {
      return found;
    }
    var each = terms.iterator();
    var start = new BytesRef(prefix);
    var term = each.seekCeil(start) == SeekStatus.END ? null : each.term();
    while (term != null && StringHelper.startsWith(term, start) && found.size() < LOOKED_AT) {
      found.put(term.utf8ToString(), each.docFreq());
      term = each.next();
    }
    return found;
  }
}
