package org.diestra.platform.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.jspecify.annotations.Nullable;

/** Reads one number of single documents, in whatever order; ascending is the quickest. */
final class PerDocument {
  private final List<LeafReaderContext> leaves;
  private final String field;
  private int leaf = -1;
  private int last = -1;
  private @Nullable NumericDocValues values;

  PerDocument(IndexSearcher searcher, String field) {
    this.leaves = searcher.getLeafContexts();
    this.field = field;
  }

  /** 0 where it has none. */
  long value(int doc) throws IOException {
    int at = ReaderUtil.subIndex(doc, leaves);
    var current = values;
    if (current == null || at != leaf || doc < last) {
      current = DocValues.getNumeric(leaves.get(at).reader(), field);
      values = current;
      leaf = at;
    }
    last = doc;
    return current.advanceExact(doc - leaves.get(at).docBase) ? current.longValue() : 0;
  }
}
