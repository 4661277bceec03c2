package org.diestra.platform.search;

import java.util.UUID;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.DelegatingAnalyzerWrapper;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.diestra.platform.base.WorkWeek;

/** How an {@link Entry} stands in the index. A change here raises {@link #SCHEMA}. */
final class Documents {
  /** An index of another number is made anew. */
  static final int SCHEMA = 1;

  static final String KIND = "kind";
  static final String FACETS = "facets";
  static final String FLUENCY = "fluency";
  static final String CREATED = "created";
  static final String QUALITY = "quality";
  static final String HOURS = "hours";
  static final String ZONE = "zone";
  static final String HEAD = "id.head";

  /** The lower half of the id: it breaks every tie, and its 62 random bits are nobody else's. */
  static final String TAIL = "id.tail";

  /** Quality is kept in millionths. */
  static final double QUALITY_UNIT = 1_000_000;

  /** So that the best come first within each segment and a search can stop early. */
  static final Sort BEST_FIRST =
      new Sort(
          new SortField(QUALITY, SortField.Type.LONG, true),
          new SortField(TAIL, SortField.Type.LONG));

  private static final String KEY = "key";
  private static final String ACCENTED = "accents.";
  private static final String PLAIN = "words.";
  private static final FieldType RANKED = type(IndexOptions.DOCS_AND_FREQS, false);
  private static final FieldType MATCHED = type(IndexOptions.DOCS, true);

  private Documents() {}

  /**
   * Whatever can match at all, stemmed; a kind has its own, so that one's words are not another's.
   */
  static String stems(Kind kind) {
    return "stems." + kind.slug();
  }

  /** The vocabulary of a kind in plain words. */
  static String plain(Kind kind) {
    return PLAIN + kind.slug();
  }

  /** The words of a kind that have accents. */
  static String accented(Kind kind) {
    return ACCENTED + kind.slug();
  }

  static String ranked(Entry.Weight weight) {
    return weight.name();
  }

  static Term key(Kind kind, UUID id) {
    return new Term(KEY, kind.slug() + ":" + id);
  }

  static Analyzer analyzer() {
    return new DelegatingAnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override
      protected Analyzer getWrappedAnalyzer(String field) {
        return field.startsWith(ACCENTED)
            ? Words.ACCENTED
            : field.startsWith(PLAIN) ? Words.PLAIN : Words.STEMS;
      }
    };
  }

  static Document of(Entry entry) {
    var out = new Document();
    var key = key(entry.kind(), entry.id());
    out.add(new StringField(key.field(), key.text(), Field.Store.NO));
    out.add(new StringField(KIND, entry.kind().slug(), Field.Store.NO));
    out.add(new NumericDocValuesField(HEAD, entry.id().getMostSignificantBits()));
    out.add(new NumericDocValuesField(TAIL, entry.id().getLeastSignificantBits()));
    out.add(new NumericDocValuesField(QUALITY, Math.round(Ranking.quality(entry) * QUALITY_UNIT)));
    number(out, CREATED, entry.createdAt().toEpochMilli());
    entry.measures().forEach((measure, value) -> number(out, measure.field(), value));
    texts(out, entry);
    keywords(out, entry);
    hours(out, entry);
    return out;
  }

  private static void number(Document out, String field, long value) {
    out.add(new LongPoint(field, value));
    out.add(new NumericDocValuesField(field, value));
  }

  private static void texts(Document out, Entry entry) {
    for (var text : entry.texts()) {
      out.add(new Field(ranked(text.weight()), text.words(), RANKED));
      out.add(new Field(stems(entry.kind()), text.words(), MATCHED));
      out.add(new Field(plain(entry.kind()), text.words(), MATCHED));
      out.add(new Field(accented(entry.kind()), text.words(), MATCHED));
    }
  }

  private static void keywords(Document out, Entry entry) {
    entry
        .facets()
        .forEach((facet, values) ->
            values.forEach(
                value -> out.add(new KeywordField(FACETS, facet.term(value), Field.Store.NO))));
    for (var fluency : entry.fluencies()) {
      out.add(new StringField(FLUENCY, fluency.toString(), Field.Store.NO));
    }
  }

  private static void hours(Document out, Entry entry) {
    WorkWeek week = entry.week();
    if (week != null) {
      out.add(new BinaryDocValuesField(HOURS, new BytesRef(SharedHours.bytes(week))));
      out.add(new SortedDocValuesField(ZONE, new BytesRef(week.zone().getId())));
    }
  }

  private static FieldType type(IndexOptions options, boolean omitNorms) {
    var type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(options);
    type.setOmitNorms(omitNorms);
    type.freeze();
    return type;
  }
}
