package org.diestra.platform.search;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.ConstantScoreScorer;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.TwoPhaseIterator;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * Matches what is worked at least so many hours of the week together with another week. The index
 * keeps the hours on the clock of their own zone, and the zone is read when somebody searches, so
 * that a change to summer time needs no new index.
 */
final class SharedHours extends Query {
  private static final int QUARTERS = WorkWeek.HOURS * 4;
  private static final int LONGS = 3;
  private static final VarHandle LITTLE =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Criteria.Shared asked;
  private final LocalDate within;

  /**
   * @param within a day of the week whose offsets count
   */
  SharedHours(Criteria.Shared asked, LocalDate within) {
    this.asked = asked;
    this.within = within.with(DayOfWeek.MONDAY);
  }

  /** 168 bits, as the index keeps them. */
  static byte[] bytes(WorkWeek week) {
    var bits = new BitSet(WorkWeek.HOURS);
    for (int hour = 0; hour < WorkWeek.HOURS; hour++) {
      bits.set(hour, week.hours().charAt(hour) == '1');
    }
    var out = ByteBuffer.allocate(LONGS * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (long part : bits.toLongArray()) {
      out.putLong(part);
    }
    return out.array();
  }

  @Override
  public Weight createWeight(IndexSearcher searcher, ScoreMode mode, float boost) {
    var masks = new Masks(asked.week(), within);
    return new ConstantScoreWeight(this, boost) {
      @Override
      public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext leaf) throws IOException {
        var hours = leaf.reader().getBinaryDocValues(Documents.HOURS);
        var zones = leaf.reader().getSortedDocValues(Documents.ZONE);
        if (hours == null || zones == null) {
          return null;
        }
        return new DefaultScorerSupplier(
            new ConstantScoreScorer(score(), mode, new Check(hours, zones, masks, asked.hours())));
      }

      @Override
      public boolean isCacheable(LeafReaderContext leaf) {
        return true;
      }
    };
  }

  private static final class Check extends TwoPhaseIterator {
    private final BinaryDocValues hours;
    private final SortedDocValues zones;
    private final Masks masks;
    private final int quarters;
    private final long[] @Nullable [] byZone;

    private Check(BinaryDocValues hours, SortedDocValues zones, Masks masks, int least) {
      super(hours);
      this.hours = hours;
      this.zones = zones;
      this.masks = masks;
      this.quarters = least * 4;
      this.byZone = new long[zones.getValueCount()][];
    }

    @Override
    public boolean matches() throws IOException {
      if (!zones.advanceExact(hours.docID())) {
        return false;
      }
      int zone = zones.ordValue();
      var mask = byZone[zone];
      if (mask == null) {
        mask = masks.of(zones.lookupOrd(zone));
        byZone[zone] = mask;
      }
      return shared(hours.binaryValue(), mask) >= quarters;
    }

    private static int shared(BytesRef worked, long[] mask) {
      int sum = 0;
      for (int i = 0; i < LONGS; i++) {
        long part = (long) LITTLE.get(worked.bytes, worked.offset + i * Long.BYTES);
        for (int quarter = 0; quarter < 4; quarter++) {
          sum += Long.bitCount(part & mask[quarter * LONGS + i]);
        }
      }
      return sum;
    }

    @Override
    public float matchCost() {
      return 30;
    }
  }

  /** The asked week on the clock of each zone: four times 168 bits, one for each quarter hour. */
  private static final class Masks {
    private final BitSet utc;
    private final LocalDate monday;
    private final Map<ZoneId, long[]> made = new HashMap<>();

    private Masks(WorkWeek week, LocalDate monday) {
      this.utc = week.quartersUtc(monday);
      this.monday = monday;
    }

    private long[] of(BytesRef zone) {
      var id = ZoneId.of(zone.utf8ToString());
      var rules = id.getRules();
      var begin = rules.getOffset(monday.atStartOfDay());
      boolean steady = begin.equals(rules.getOffset(monday.plusDays(7).atStartOfDay()));
      return made.computeIfAbsent(steady ? begin : id, this::make);
    }

    private long[] make(ZoneId zone) {
      var out = new long[4 * LONGS];
      long start = monday.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
      for (int hour = 0; hour < WorkWeek.HOURS; hour++) {
        long from = monday.plusDays(hour / 24).atTime(hour % 24, 0).atZone(zone).toEpochSecond();
        int first = (int) Math.floorDiv(from - start, 900L);
        for (int quarter = 0; quarter < 4; quarter++) {
          if (utc.get(Math.floorMod(first + quarter, QUARTERS))) {
            out[quarter * LONGS + hour / 64] |= 1L << hour;
          }
        }
      }
      return out;
    }
  }

  @Override
  public void visit(QueryVisitor visitor) {
    visitor.visitLeaf(this);
  }

  @Override
  public String toString(String field) {
    return "shares " + asked.hours() + " h";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedHours that
        && asked.equals(that.asked)
        && within.equals(that.within);
  }

  @Override
  public int hashCode() {
    return Objects.hash(asked, within);
  }
}
