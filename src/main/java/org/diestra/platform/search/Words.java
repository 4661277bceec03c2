package org.diestra.platform.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.miscellaneous.LengthFilter;
import org.apache.lucene.analysis.standard.StandardTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.tartarus.snowball.SnowballStemmer;
import org.tartarus.snowball.ext.EnglishStemmer;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * How text becomes words. People mix Spanish and English in one sentence, so no text has one
 * language: each word is kept by its Spanish and by its English stem, both without accents, in the
 * same place. A search does the same to what was typed and has no syntax.
 */
final class Words {
  static final int MOST_CHARACTERS = 200;
  static final int MOST_WORDS = 10;
  private static final int LONGEST_WORD = 40;
  private static final int MOST_KNOWN = 5_000;

  /** Stands between a plain word and its accented form. */
  static final char NUL = 0;

  /** Words in lower case without accents, for the vocabulary. */
  static final Analyzer PLAIN = new Chain(ASCIIFoldingFilter::new);

  /** Only words with accents, each as its plain form, NUL, and itself: what a visitor is shown. */
  static final Analyzer ACCENTED = new Chain(Accented::new);

  /** The stems of both languages. */
  static final Analyzer STEMS = new Chain(words -> new BothStems(new ASCIIFoldingFilter(words)));

  private static final Set<Object> FILLERS = fillers();

  private Words() {}

  /** The words of a search: at most 10, without fillers unless there is nothing else. */
  static List<String> read(String typed) {
    var all = tokens(PLAIN, cut(typed));
    var telling = all.stream().filter(w -> !FILLERS.contains(w)).toList();
    return (telling.isEmpty() ? all : telling).stream().distinct().limit(MOST_WORDS).toList();
  }

  static String cut(String typed) {
    return typed.substring(0, Math.min(typed.length(), MOST_CHARACTERS));
  }

  /** One or two stems of one plain word. */
  static Set<String> stems(String word) {
    return new LinkedHashSet<>(tokens(STEMS, word));
  }

  static List<String> tokens(Analyzer analyzer, String text) {
    var out = new ArrayList<String>();
    try (var stream = analyzer.tokenStream("", text)) {
      var term = stream.addAttribute(CharTermAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        out.add(term.toString());
      }
      stream.end();
      return out;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<Object> fillers() {
    var plain = new CharArraySet(500, false);
    for (var set :
        List.of(SpanishAnalyzer.getDefaultStopSet(), EnglishAnalyzer.getDefaultStopSet())) {
      set.forEach(word -> plain.addAll(tokens(PLAIN, new String((char[]) word))));
    }
    return plain;
  }

  private static final class Chain extends Analyzer {
    private final UnaryOperator<TokenStream> last;

    private Chain(UnaryOperator<TokenStream> last) {
      this.last = last;
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
      var source = new StandardTokenizer();
      var words = new LengthFilter(new LowerCaseFilter(source), 1, LONGEST_WORD);
      return new TokenStreamComponents(source, last.apply(words));
    }
  }

  private static final class Accented extends FilteringTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    private Accented(TokenStream words) {
      super(words);
    }

    @Override
    protected boolean accept() {
      var word = term.toString();
      var plain = new char[4 * word.length()];
      int length = ASCIIFoldingFilter.foldToASCII(word.toCharArray(), 0, plain, 0, word.length());
      var folded = new String(plain, 0, length);
      term.setEmpty().append(folded).append(NUL).append(word);
      return !folded.equals(word);
    }
  }

  /** Turns a plain word into its Spanish stem and, where it differs, its English one. */
  private static final class BothStems extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute step = addAttribute(PositionIncrementAttribute.class);
    private final SnowballStemmer spanish = new SpanishStemmer();
    private final SnowballStemmer english = new EnglishStemmer();
    private final Map<String, Stems> known = new HashMap<>();
    private String waiting = "";

    private record Stems(String spanish, String english) {}

    private BothStems(TokenStream words) {
      super(words);
    }

    @Override
    public boolean incrementToken() throws IOException {
      if (!waiting.isEmpty()) {
        term.setEmpty().append(waiting);
        step.setPositionIncrement(0);
        waiting = "";
        return true;
      }
      if (!input.incrementToken()) {
        return false;
      }
      var both = both(term.toString());
      waiting = both.english.equals(both.spanish) ? "" : both.english;
      term.setEmpty().append(both.spanish);
      return true;
    }

    /** Most words come again and again, and a stemmer costs more than all else. */
    private Stems both(String word) {
      if (known.size() >= MOST_KNOWN) {
        known.clear();
      }
      return known.computeIfAbsent(
          word, w -> new Stems(folded(stem(spanish, accented(w))), stem(english, w)));
    }

    /** The Spanish stemmer knows this ending only with the accent that most people leave out. */
    private static String accented(String word) {
      return word.endsWith("cion") || word.endsWith("sion")
          ? word.substring(0, word.length() - 2) + "ón"
          : word;
    }

    private static String folded(String stem) {
      return stem.replace('ó', 'o');
    }

    private static String stem(SnowballStemmer stemmer, String word) {
      stemmer.setCurrent(word);
      stemmer.stem();
      return stemmer.getCurrent();
    }

    @Override
    public void reset() throws IOException {
      super.reset();
      waiting = "";
    }
  }
}
